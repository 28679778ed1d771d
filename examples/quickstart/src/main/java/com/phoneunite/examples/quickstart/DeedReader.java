package com.phoneunite.examples.quickstart;

import com.phoneunite.AddOrganization;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads what is done in an event. A stand-in takes the place of what is wrong: the story is not told then. */
final class DeedReader {

    static final String AN_AMOUNT = "an amount with its currency, like \"USD 20.00\"";

    private static final String KINDS =
            "\"addOrganization\", \"putCard\", \"removeCard\", \"recharge\", \"usage\", \"rename\", \"run\" or \"page\"";
    private static final Money NOTHING = Money.zero(CurrencyUnit.USD);

    private final Set<String> plans;

    DeedReader(Set<String> plans) {
        this.plans = plans;
    }

    /**
     * The deed of an event.
     *
     * @param organizations the names of the account's organizations by then; empty where the account is not known
     */
    Deed read(Fields event, Optional<Set<String>> organizations) {
        Optional<String> kind = event.text("do");
        Deed deed = switch (kind.orElse("")) {
            case "addOrganization" -> add(event, organizations);
            case "putCard" -> new Deed.PutCard(event.text("token").orElse(""));
            case "removeCard" -> new Deed.RemoveCard();
            case "recharge" -> new Deed.Recharge(amount(event));
            case "usage" -> new Deed.UseService(organization(event, organizations), amount(event));
            case "rename" -> rename(event, organizations);
            case "page" -> new Deed.LookAtPage();
            case "run" -> new Deed.RunBilling();
            default -> {
                kind.ifPresent(unknown -> event.wrong("do", "must be " + KINDS));
                yield null;
            }
        };
        if (deed == null) {
            return new Deed.RunBilling();
        }
        event.nothingElse();
        return deed;
    }

    private Deed add(Fields event, Optional<Set<String>> organizations) {
        String name = event.text("name").orElse(null);
        String plan = event.text("plan").orElse(null);
        event.judge(AddOrganization.named(name).on(plan), field -> field);
        if (plan != null) {
            knownPlan(event, plan);
        }
        return new Deed.AddOrganization(named(name, organizations), plan == null ? "" : plan);
    }

    private Deed rename(Fields event, Optional<Set<String>> organizations) {
        String organization = organization(event, organizations);
        String to = event.text("to").orElse(null);
        event.judge(AddOrganization.named(to).on("any"), field -> "to");
        return new Deed.Rename(organization, named(to, organizations));
    }

    /** Notes a plan that the story does not have. */
    void knownPlan(Fields fields, String plan) {
        if (!plans.contains(plan)) {
            fields.wrong("plan", "must be one of the plans of the story");
        }
    }

    private static String organization(Fields event, Optional<Set<String>> organizations) {
        Optional<String> name = event.text("organization");
        if (name.isPresent()
                && organizations.isPresent()
                && !organizations.get().contains(name.get())) {
            event.wrong("organization", "must be the name of an organization that the account has by then");
        }
        return name.orElse("");
    }

    private static Money amount(Fields event) {
        return event.as(Money::parse, "amount", AN_AMOUNT).orElse(NOTHING);
    }

    private static String named(@Nullable String name, Optional<Set<String>> organizations) {
        if (name == null) {
            return "";
        }
        organizations.ifPresent(names -> names.add(name));
        return name;
    }
}
