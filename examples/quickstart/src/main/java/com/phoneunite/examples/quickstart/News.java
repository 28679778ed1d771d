package com.phoneunite.examples.quickstart;

import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.page.BillingPage;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.paging.Page;
import com.phoneunite.paging.PageRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is new in the account of a customer since it was last read: entries of the ledger, and states. */
final class News {

    private final Customer customer;
    private final Map<OrganizationId, OrganizationState> known = new HashMap<>();
    private PageRequest lastPage = PageRequest.first(PageRequest.MAX_LIMIT);
    private int readBefore;
    private int told;

    /** All that there is, as nothing was read before. */
    News(Customer customer) {
        this.customer = customer;
    }

    /** What is new since another process has read it. */
    static News since(Place.Known known, Customer customer) {
        News news = new News(customer);
        news.told = known.entries();
        known.states().forEach((id, state) -> news.known.put(new OrganizationId(id), OrganizationState.valueOf(state)));
        return news;
    }

    Customer customer() {
        return customer;
    }

    /** What was read so far, for another process to go on from. */
    Place.Known known() {
        return new Place.Known(
                customer.account().id().value(),
                customer.names(),
                told,
                known.entrySet().stream()
                        .collect(Collectors.toMap(
                                one -> one.getKey().value(),
                                one -> one.getValue().name())));
    }

    /** The news as sentences, money first. */
    List<String> read() {
        Map<OrganizationId, BillingPage.Line> organizations = organizations();
        List<String> news = new ArrayList<>();
        for (LedgerEntry entry : newEntries()) {
            news.add(tell(entry, organizations));
        }
        for (BillingPage.Line line : organizations.values()) {
            OrganizationState before = known.put(line.organization(), line.state());
            if (line.state() != before) {
                news.add(tell(line));
            }
        }
        return news;
    }

    /** All that the owner sees, in as many pages as it takes. */
    private Map<OrganizationId, BillingPage.Line> organizations() {
        Map<OrganizationId, BillingPage.Line> lines = new LinkedHashMap<>();
        PageRequest request = PageRequest.first(PageRequest.MAX_LIMIT);
        while (true) {
            Page<BillingPage.Line> page = customer.billing().page(request).organizations();
            page.items().forEach(line -> lines.put(line.organization(), line));
            if (page.next().isEmpty()) {
                return lines;
            }
            request = request.after(page.next().get());
        }
    }

    /** The ledger is append-only: what was read once stays where it was. */
    private List<LedgerEntry> newEntries() {
        List<LedgerEntry> unread = new ArrayList<>();
        while (true) {
            Page<LedgerEntry> page = customer.billing().entries(lastPage);
            int toldOfIt = Math.min(Math.max(told - readBefore, 0), page.items().size());
            unread.addAll(page.items().subList(toldOfIt, page.items().size()));
            if (page.next().isEmpty()) {
                told += unread.size();
                return unread;
            }
            lastPage = lastPage.after(page.next().get());
            readBefore += page.items().size();
        }
    }

    private String tell(LedgerEntry entry, Map<OrganizationId, BillingPage.Line> organizations) {
        String whose = entry.organization()
                .map(organizations::get)
                .map(line -> " for " + line.name())
                .orElse("");
        String what = switch (entry.kind()) {
            case RECHARGE -> " recharged";
            case PERIOD -> ", month from " + customer.account().dateOf(entry.happenedAt());
            case USAGE -> ", usage";
            case PLAN_CHARGE, PLAN_CREDIT -> ", rest of the month on another plan";
            case ARREARS -> " paid of arrears";
            case REFUND, REVERSAL, DISPUTE -> " given back to the card";
            case REFUND_RETURNED, REVERSAL_RETURNED, DISPUTE_WON -> " back from the card";
        };
        return (entry.amount().isNegative() ? "- " : "+ ") + entry.amount().abs() + whose + what + ". Balance of "
                + customer.name() + ": " + entry.balanceAfter();
    }

    private static String tell(BillingPage.Line line) {
        return line.name() + " is " + line.state() + ". "
                + switch (line.state()) {
                    case TRIAL ->
                        "Its first month is due on " + line.nextDueOn() + ": " + BillingTable.amount(line) + ".";
                    case ACTIVE ->
                        "Its next month is due on " + line.nextDueOn() + ": " + BillingTable.amount(line) + ".";
                    case SUSPENDED -> "Its next month costs " + BillingTable.amount(line) + " and brings it back.";
                    default -> BillingTable.amount(line) + " has been due since " + line.nextDueOn() + ".";
                };
    }
}
