package com.phoneunite.isolation;

import com.phoneunite.RefusedException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What can be done in a program. How each is done is the method of the same name in one of {@link Acts#ALL}: which methods of the product
 * an operation reaches is read there.
 */
enum Operation {
    ADD_ADMINISTRATOR(4),
    REMOVE_ADMINISTRATOR(4),
    ADD_MEMBER(6),
    REMOVE_MEMBER(6),
    INVITE_ADMINISTRATOR(3),
    INVITE_MEMBER(4),
    REVOKE(3),
    ACCEPT(6),
    LIST_ADMINISTRATORS(2),
    LIST_MEMBERS(2),
    LIST_INVITATIONS(2),
    LIST_PEOPLE(2),
    ADD_NUMBER(4),
    REMOVE_NUMBER(3),
    GET_NUMBER(2),
    ROUTE(5),
    UNROUTE(3),
    MOVE_NUMBER(4),
    LIST_NUMBERS(2),
    MAY_CALL(2),
    SAVE_TREE(5),
    CHANGE_TREE(4),
    REMOVE_TREE(3),
    GET_TREE(2),
    WALK_TREE(2),
    LIST_TREES(2),
    ADD_SOUND(4),
    REPLACE_SOUND(3),
    RENAME_SOUND(3),
    REMOVE_SOUND(3),
    GET_SOUND(2),
    OPEN_SOUND(2),
    LIST_SOUNDS(2),
    ADD_GROUP(5),
    CHANGE_GROUP(4),
    REMOVE_GROUP(3),
    GET_GROUP(2),
    LIST_GROUPS(2),
    EXPORT(2),
    LOOK(2),
    SWITCH_WORKSPACE(2),
    RENAME(2),
    CLOSE(2),
    CHANGE_PLAN(4),
    CHARGES(3),
    USE(3),
    WHO_AM_I(1, Place.ACCOUNT),
    ALL_ORGANIZATIONS(2, Place.ACCOUNT),
    LIST_ORGANIZATIONS(2, Place.ACCOUNT),
    WHOLE_BILLING_PAGE(2, Place.ACCOUNT),
    BILLING_PAGE(2, Place.ACCOUNT),
    ADD_ORGANIZATION(2, Place.ACCOUNT),
    ADD_ORGANIZATION_ONCE(2, Place.ACCOUNT),
    ADD_USER(1, Place.ACCOUNT),
    LIST_USERS(1, Place.ACCOUNT),
    DEACTIVATE(1, Place.ACCOUNT),
    HAND_OVER(1, Place.ACCOUNT),
    ACCOUNT(1, Place.ACCOUNT),
    PUT_CARD(1, Place.ACCOUNT),
    REMOVE_CARD(1, Place.ACCOUNT),
    RECHARGE(2, Place.ACCOUNT),
    BALANCE(1, Place.ACCOUNT),
    ENTRIES(1, Place.ACCOUNT),
    EXPLAIN(5, Place.ACCOUNT),
    SET_AUTO_RECHARGE(2, Place.ACCOUNT),
    REMOVE_AUTO_RECHARGE(1, Place.ACCOUNT),
    LOOK_AT_AUTO_RECHARGE(1, Place.ACCOUNT),
    RECHARGES(1, Place.ACCOUNT),
    CANCEL_RECHARGE(2, Place.ACCOUNT),
    BALANCE_AT(1, Place.ACCOUNT),
    FORECAST(1, Place.ACCOUNT),
    STATEMENT(1, Place.ACCOUNT),
    STATEMENT_SECTIONS(1, Place.ACCOUNT),
    EXPORT_STATEMENT(1, Place.ACCOUNT),
    CLOSE_ACCOUNT(1, Place.ACCOUNT),
    RUN(4, Place.ACCOUNT),
    MOVE_CLOCK(5, Place.ACCOUNT),
    DISPATCH(1, Place.ACCOUNT),
    SWEEP(2, Place.ACCOUNT);

    /** What everybody is asked at the end of a program. */
    static final List<Operation> LOOKS_FROM_OUTSIDE = List.of(SWITCH_WORKSPACE, LIST_ORGANIZATIONS, BILLING_PAGE);

    /** What the people of A are asked at the end of a program. */
    static final List<Operation> LOOKS = List.of(
            SWITCH_WORKSPACE,
            LOOK,
            LIST_ORGANIZATIONS,
            LIST_ADMINISTRATORS,
            LIST_MEMBERS,
            LIST_INVITATIONS,
            LIST_PEOPLE,
            LIST_NUMBERS,
            LIST_TREES,
            LIST_SOUNDS,
            LIST_GROUPS,
            EXPORT,
            CHARGES,
            BILLING_PAGE);

    private static final Set<Operation> OWNERS = Set.of(
            RENAME,
            CLOSE,
            ADD_ORGANIZATION,
            ADD_ORGANIZATION_ONCE,
            ADD_USER,
            LIST_USERS,
            DEACTIVATE,
            HAND_OVER,
            ACCOUNT,
            PUT_CARD,
            REMOVE_CARD,
            RECHARGE,
            BALANCE,
            ENTRIES,
            CHANGE_PLAN,
            SET_AUTO_RECHARGE,
            REMOVE_AUTO_RECHARGE,
            LOOK_AT_AUTO_RECHARGE,
            RECHARGES,
            CANCEL_RECHARGE,
            BALANCE_AT,
            FORECAST,
            STATEMENT,
            STATEMENT_SECTIONS,
            EXPORT_STATEMENT,
            CLOSE_ACCOUNT);

    private static final Set<Operation> HOSTS = Set.of(USE, RUN, MOVE_CLOCK, DISPATCH, SWEEP);

    /** What is answered to everybody. */
    private static final Set<Operation> NEVER_REFUSED = Set.of(WHO_AM_I, RUN, MOVE_CLOCK, DISPATCH, SWEEP);

    /** How all of them are done. */
    static final class Acts {

        static final List<Class<?>> ALL = List.of(
                PeopleActs.class,
                NumberActs.class,
                CallTreeActs.class,
                SoundActs.class,
                RingGroupActs.class,
                WorkspaceActs.class,
                AccountActs.class,
                MoneyActs.class,
                HostActs.class);

        private static final Map<Operation, Method> BY_OPERATION = Arrays.stream(values())
                .collect(Collectors.toMap(Function.identity(), operation -> act(operation.name())));

        private Acts() {}

        private static Method act(String operation) {
            String[] words = operation.toLowerCase(Locale.ROOT).split("_");
            String method = words[0]
                    + Arrays.stream(words)
                            .skip(1)
                            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                            .collect(Collectors.joining());
            return ALL.stream()
                    .flatMap(acts -> Arrays.stream(acts.getDeclaredMethods()))
                    .filter(one -> one.getName().equals(method))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("nothing says how to do " + operation));
        }
    }

    private final int weight;
    private final boolean ofAccount;

    Operation(int weight) {
        this(weight, Place.HERE);
    }

    Operation(int weight, Place place) {
        this.weight = weight;
        this.ofAccount = place == Place.ACCOUNT;
    }

    int weight() {
        return weight;
    }

    boolean ofAccount() {
        return ofAccount;
    }

    boolean ofOwner() {
        return OWNERS.contains(this);
    }

    boolean ofHost() {
        return HOSTS.contains(this);
    }

    boolean addsAnOrganization() {
        return this == ADD_ORGANIZATION || this == ADD_ORGANIZATION_ONCE;
    }

    /** What may move the balance, or what it pays for. */
    boolean ofMoney() {
        return ofAccount || this == USE || this == CHANGE_PLAN || this == CLOSE;
    }

    boolean isEverRefused() {
        return !NEVER_REFUSED.contains(this);
    }

    /** A card is not removed while a further organization is open (rule P3). */
    boolean everSucceeds() {
        return this != REMOVE_CARD;
    }

    /** Where it can be done. */
    List<Place> places() {
        return ofAccount ? List.of(Place.ACCOUNT) : Place.OF_ORGANIZATIONS;
    }

    /** The method that does it. */
    Method act() {
        return Acts.BY_OPERATION.get(this);
    }

    /**
     * Does it.
     *
     * @return what is seen
     * @throws RefusedException if it is refused
     */
    Object perform(Turn turn) {
        try {
            return act().invoke(null, turn);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(turn.command().toString(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
