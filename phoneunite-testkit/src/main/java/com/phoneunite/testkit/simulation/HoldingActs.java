package com.phoneunite.testkit.simulation;

import com.phoneunite.account.UserId;
import com.phoneunite.organization.OrganizationId;

/** What is held, and so is charged by the period: extensions and phone numbers. */
final class HoldingActs {

    private static final int MOST_USERS = 4;
    private static final int NUMBERS = 20;

    private HoldingActs() {}

    static String addUser(Turn turn) {
        int number = turn.customer().users().size();
        if (number >= MOST_USERS) {
            return "enough users";
        }
        UserId user =
                turn.you().users().add("user" + number + "@example.com").ref().user();
        turn.customer().users().add(user);
        return user.toString();
    }

    static String addMember(Turn turn) {
        int number = turn.chance().below(turn.customer().users().size());
        return turn.workspace()
                .members()
                .add(turn.customer().users().get(number), "10" + number)
                .extension()
                .toString();
    }

    static String removeMember(Turn turn) {
        UserId user = turn.chance().of(turn.customer().users());
        return turn.workspace().members().remove(user).extension().toString();
    }

    static String addNumber(Turn turn) {
        return turn.workspace().phoneNumbers().add(number(turn)).number().toString();
    }

    static String removeNumber(Turn turn) {
        return turn.workspace().phoneNumbers().remove(number(turn)).number().toString();
    }

    static String moveNumber(Turn turn) {
        OrganizationId target = turn.organization();
        return turn.workspace()
                .phoneNumbers()
                .move(number(turn), target)
                .number()
                .toString();
    }

    private static String number(Turn turn) {
        return "+120255501" + (10 + turn.chance().below(NUMBERS));
    }
}
