package com.phoneunite.testkit.simulation;

import java.util.Locale;

/** What a command does. How, is told by the families of acts. */
enum Act {
    OPEN_AN_ACCOUNT(3, Whom.ALL, AccountActs::open),
    ADD_AN_ORGANIZATION(6, Whom.ONE, AccountActs::addOrganization),
    CLOSE_AN_ORGANIZATION(1, Whom.ONE, AccountActs::closeOrganization),
    CLOSE_THE_ACCOUNT(1, Whom.ONE, AccountActs::closeAccount),
    ADD_A_USER(1, Whom.ONE, HoldingActs::addUser),
    ADD_A_MEMBER(4, Whom.ONE, HoldingActs::addMember),
    REMOVE_A_MEMBER(2, Whom.ONE, HoldingActs::removeMember),
    ADD_A_NUMBER(4, Whom.ONE, HoldingActs::addNumber),
    REMOVE_A_NUMBER(2, Whom.ONE, HoldingActs::removeNumber),
    MOVE_A_NUMBER(1, Whom.ONE, HoldingActs::moveNumber),
    PUT_A_CARD_ON_FILE(7, Whom.ONE, CardActs::put),
    REMOVE_THE_CARD(1, Whom.ONE, CardActs::remove),
    RECHARGE(9, Whom.ONE, RechargeActs::recharge),
    RECHARGE_AGAIN(3, Whom.ONE, RechargeActs::again),
    CANCEL_A_RECHARGE(1, Whom.ONE, RechargeActs::cancel),
    CONFIRM_AT_THE_BANK(2, Whom.ONE, RechargeActs::confirm),
    SET_AUTO_RECHARGE(4, Whom.ONE, RechargeActs::setAutoRecharge),
    REMOVE_AUTO_RECHARGE(1, Whom.ONE, RechargeActs::removeAutoRecharge),
    RUN(9, Whom.ALL, RunActs::run),
    RUN_AND_BE_INTERRUPTED(2, Whom.ALL, RunActs::interruptedRun),
    RECONCILE(7, Whom.ALL, RunActs::reconcile),
    DISPATCH_EVENTS(2, Whom.ALL, RunActs::dispatch),
    DELIVER_NOTIFICATIONS(6, Whom.ALL, NotificationActs::deliver),
    DELIVER_LATE_NOTIFICATIONS(1, Whom.ALL, NotificationActs::deliverLate),
    DELIVER_NOTIFICATIONS_AGAIN(1, Whom.ALL, NotificationActs::deliverAgain),
    USE(10, Whom.ONE, UsageActs::use),
    USE_AGAIN(2, Whom.ONE, UsageActs::again),
    USE_IN_BULK(3, Whom.ONE, UsageActs::inBulk),
    CHANGE_PLAN_NOW(4, Whom.ONE, PlanActs::changeNow),
    CHANGE_PLAN_AT_THE_NEXT_PERIOD(2, Whom.ONE, PlanActs::changeAtTheNextPeriod),
    CHANGE_A_PRICE(1, Whom.NOBODY, PlanActs::reprice),
    REFUND(5, Whom.ONE, ReversalActs::refund),
    REFUND_AGAIN(1, Whom.ONE, ReversalActs::again),
    DISPUTE(2, Whom.ONE, ReversalActs::dispute),
    REFUND_AT_THE_GATEWAY(1, Whom.ONE, ReversalActs::refundAtTheGateway),
    WIN_OR_BRING_BACK(2, Whom.ONE, ReversalActs::bringBack),
    RESOLVE_WHAT_IS_IN_REVIEW(2, Whom.ALL, ReviewActs::resolve),
    LOOK(2, Whom.ONE, LookActs::look),
    SECONDS_PASS(3, Whom.NOBODY, ClockActs::seconds),
    MINUTES_PASS(6, Whom.NOBODY, ClockActs::minutes),
    HOURS_PASS(5, Whom.NOBODY, ClockActs::hours),
    DAYS_PASS(5, Whom.NOBODY, ClockActs::days),
    A_MONTH_PASSES(3, Whom.NOBODY, ClockActs::month),
    MONTHS_PASS_IN_AN_OUTAGE(1, Whom.NOBODY, ClockActs::outage),
    A_MONTH_TURNS(2, Whom.NOBODY, ClockActs::turnOfTheMonth),
    THE_31ST_COMES(1, Whom.NOBODY, ClockActs::the31st),
    FEBRUARY_ENDS(1, Whom.NOBODY, ClockActs::endOfFebruary),
    DAYLIGHT_SAVING_CHANGES(1, Whom.NOBODY, ClockActs::daylightSaving),
    THE_CLOCK_GOES_BACK(1, Whom.NOBODY, ClockActs::back),
    THE_CLOCK_IS_A_YEAR_AHEAD(1, Whom.NOBODY, ClockActs::aYearAhead);

    private final int weight;
    private final Whom whom;

    @SuppressWarnings("ImmutableEnumChecker") // each is a method of a class that has no state
    private final Deed deed;

    Act(int weight, Whom whom, Deed deed) {
        this.weight = weight;
        this.whom = whom;
        this.deed = deed;
    }

    /** Whom an act is about. */
    enum Whom {
        /** One customer. */
        ONE,
        /** All customers. */
        ALL,
        /** No customer: nothing of theirs changes. */
        NOBODY
    }

    /** How an act is done. */
    @FunctionalInterface
    interface Deed {

        /** Does it, and answers with what became of it, in words. */
        String in(Turn turn);
    }

    /** How often it is drawn, compared with the others. */
    int weight() {
        return weight;
    }

    Whom whom() {
        return whom;
    }

    String in(Turn turn) {
        return deed.in(turn);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
