package com.phoneunite.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.billing.cycle.PeriodAnchor;
import com.phoneunite.billing.cycle.PlanChange;
import com.phoneunite.billing.cycle.Subscription;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.refusal.PhoneUniteFault;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A store that has lost a row is a fault that names what it lost: never an empty answer, and never a refusal. */
class LostRowsTest {

    private final Story story = Story.withBalance("100.00");

    private static void assertFault(String what, OrganizationId named, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(PhoneUniteFault.class)
                .hasMessageContaining(named.toString())
                .hasMessageContaining(what);
    }

    @Test
    void B11_anOrganizationWhoseSubscriptionIsLostIsNamed() {
        story.store
                .core()
                .unitOfWork()
                .execute(story.id(), () -> story.store.subscriptions().remove(story.id(), story.first()));

        assertFault("has no subscription", story.first(), story.mine()::page);
        assertFault(
                "has no subscription",
                story.first(),
                () -> story.mine().changePlan(story.first(), "small", PlanChange.NOW));
    }

    @Test
    void B6_aSubscriptionWhoseOrganizationIsLostIsNamed() {
        OrganizationId lost = new OrganizationId(new UUID(1, 1));
        PeriodAnchor anchor = PeriodAnchor.at(0, story.clock.instant(), story.account.zone());
        Subscription orphan = Subscription.from(story.id(), lost, story.account.zone(), anchor);
        story.store
                .core()
                .unitOfWork()
                .execute(story.id(), () -> story.store.subscriptions().save(orphan));

        assertFault("is not there", lost, () -> story.mine().changePlan(story.first(), "small", PlanChange.NOW));
    }
}
