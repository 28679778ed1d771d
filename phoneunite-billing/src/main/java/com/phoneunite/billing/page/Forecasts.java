package com.phoneunite.billing.page;

import com.phoneunite.account.Account;
import com.phoneunite.billing.cycle.BillingCycle;
import com.phoneunite.billing.cycle.BillingPeriod;
import com.phoneunite.billing.cycle.LookAhead;
import com.phoneunite.billing.cycle.TopUps;
import com.phoneunite.organization.Organization;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** Rule B11: draws up forecasts. Thread-safe; each method runs inside a unit of work that is open on the account. */
public final class Forecasts {

    /** How far it is looked for the end of a balance. */
    private static final int MONTHS_OF_BALANCE = 12;

    private final BillingCycle cycle;

    public Forecasts(BillingCycle cycle) {
        this.cycle = cycle;
    }

    /**
     * What falls due in so many months.
     *
     * @param balance the balance now
     * @param months 1 to {@value Forecast#MAX_MONTHS}
     * @param topUps what auto-recharge would add
     */
    public Forecast of(Account account, Money balance, Instant now, int months, TopUps topUps) {
        Gathered gathered = new Gathered(balance);
        LookAhead looking = new LookAhead(now, horizon(account, now, months), Forecast.MAX_ITEMS, true, topUps);
        LookAhead.Seen seen = cycle.lookAhead(account.id(), looking, gathered);
        return new Forecast(
                now,
                seen.until(),
                balance,
                gathered.due,
                gathered.added,
                gathered.items,
                gathered.topUps,
                gathered.shortfall,
                seen.unpriced());
    }

    /** Until when the balance lasts by itself, without auto-recharge. */
    public Forecast.Lasts lasts(Account account, Money balance, Instant now) {
        Gathered gathered = new Gathered(balance);
        Instant horizon = horizon(account, now, MONTHS_OF_BALANCE);
        LookAhead looking = new LookAhead(now, horizon, Forecast.MAX_ITEMS, false, TopUps.none());
        LookAhead.Seen seen = cycle.lookAhead(account.id(), looking, gathered);
        return new Forecast.Lasts(seen.until(), gathered.shortfall);
    }

    private static Instant horizon(Account account, Instant now, int months) {
        return now.atZone(account.zone()).plusMonths(months).toInstant();
    }

    /** Gathers what is seen. */
    private static final class Gathered implements LookAhead.Viewer {

        private final List<Forecast.Item> items = new ArrayList<>();
        private final List<Forecast.TopUp> topUps = new ArrayList<>();
        private Optional<Forecast.Shortfall> shortfall = Optional.empty();
        private Money due;
        private Money added;

        Gathered(Money balance) {
            due = Money.zero(balance.getCurrencyUnit());
            added = due;
        }

        @Override
        public void due(Organization organization, BillingPeriod period, Instant at, Money price) {
            items.add(new Forecast.Item(organization.id(), organization.name(), period, at, price));
            due = due.plus(price);
        }

        @Override
        public void toppedUp(Instant at, long minor) {
            Money amount = Money.ofMinor(due.getCurrencyUnit(), minor);
            topUps.add(new Forecast.TopUp(at, amount));
            added = added.plus(amount);
        }

        @Override
        public void fallsShort(
                Organization organization, BillingPeriod period, Instant at, Money price, long shortfallMinor) {
            Money isShort = Money.ofMinor(price.getCurrencyUnit(), shortfallMinor);
            shortfall = Optional.of(new Forecast.Shortfall(organization.id(), organization.name(), at, price, isShort));
        }
    }
}
