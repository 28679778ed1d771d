package com.phoneunite.billing.page;

import com.phoneunite.account.Actor;
import java.math.BigDecimal;
import org.joda.money.Money;

/** How values are written where people and programs of others read them: the same in every format. */
public final class Exported {

    private Exported() {}

    /** An amount as a decimal with the places of its currency, for example {@code -12.50}. */
    public static String amount(Money money) {
        BigDecimal amount = money.getAmount();
        return amount.toPlainString();
    }

    /** Who did it: {@code user:} with the id, {@code operator:} with the name, or {@code system}. */
    public static String actor(Actor actor) {
        if (actor instanceof Actor.User user) {
            return "user:" + user.id();
        }
        return actor instanceof Actor.Operator operator ? "operator:" + text(operator.name()) : "system";
    }

    /** Text that every encoding can carry: half of a pair of surrogates alone becomes a question mark. */
    public static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return whole(text);
            }
        }
        return text; // nearly all
    }

    private static String whole(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints()
                .map(one -> Character.getType(one) == Character.SURROGATE ? '?' : one)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }
}
