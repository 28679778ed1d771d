package com.phoneunite.examples.ringgroups;

import static com.phoneunite.examples.ringgroups.RingGroups.RING_GROUPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.phoneunite.OpenAccount;
import com.phoneunite.OrganizationWorkspace;
import com.phoneunite.PhoneUnite;
import com.phoneunite.RefusedException;
import com.phoneunite.Resource;
import com.phoneunite.UserSession;
import com.phoneunite.examples.ringgroups.RingGroup.Ringing;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationBilling;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.resource.ResourceUse;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.Menu;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A host's own type has all that ours have, by the one class that describes it. */
class RingGroupsTest {

    private final PhoneUnite phoneUnite = PhoneUnite.builder(InMemoryStore.create())
            .billing(OrganizationBilling.none())
            .resources(RING_GROUPS)
            .build();
    private final UserSession you = phoneUnite.signIn(phoneUnite
            .openAccount(OpenAccount.named("Here")
                    .owner("you@example.com")
                    .in("US", "America/New_York", "USD")
                    .on("standard"))
            .owner());
    private final OrganizationWorkspace here =
            you.switchTo(you.organizations().items().get(0).id());
    private final Organization further = you.addOrganization("There", "standard");
    private final OrganizationWorkspace there = you.switchTo(further.id());

    private static RingGroup group(String... extensions) {
        return new RingGroup(List.of(extensions), Ringing.IN_TURN, 20);
    }

    private Resource<RingGroup> sales() {
        here.members().add(you.user(), "101");
        return here.resources(RING_GROUPS).add("Sales", group("101"));
    }

    private static Map<String, Object> refused(String code, ThrowingCallable call) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, call);
        assertThat(refused.code()).isEqualTo(code);
        return refused.refusal().facts();
    }

    @Test
    void I2_aGroupOfAnotherOrganizationIsNotThere() {
        Resource<RingGroup> sales = sales();
        refused("RESOURCE_NOT_FOUND", () -> there.resources(RING_GROUPS).get(sales.id()));
        refused("RESOURCE_NOT_FOUND", () -> there.resources(RING_GROUPS).remove(sales.id()));
        refused(
                "CALL_TREE_NOT_VALID",
                () -> there.callTrees()
                        .save(CallTree.named("Main")
                                .menu("main", Menu.saying("Hello").otherwise(Destination.resource(sales.ref())))));
        assertThat(here.resources(RING_GROUPS).get(sales.id())).isEqualTo(sales);
    }

    @Test
    void I3_aGroupRingsMembersOfItsOwnOrganizationOnly() {
        sales();
        assertThat(refused(
                        "REFERENCE_NOT_FOUND",
                        () -> there.resources(RING_GROUPS).add("Sales", group("101"))))
                .containsEntry("missing", List.of(ResourceRef.parse("extension:101")));
    }

    @Test
    void M6_aMemberWhomAGroupRingsStays() {
        Resource<RingGroup> sales = sales();
        assertThat(refused("RESOURCE_IN_USE", () -> here.members().remove(you.user())))
                .containsEntry("usedBy", List.of(new ResourceUse(sales.ref(), "Sales")));
        here.resources(RING_GROUPS).remove(sales.id());
        here.members().remove(you.user());
    }

    @Test
    void T5_aGroupThatAPhoneNumberLeadsToStays() {
        Resource<RingGroup> sales = sales();
        here.phoneNumbers().add("+12025550123");
        here.phoneNumbers().route("+12025550123", Destination.resource(sales.ref()));
        refused("RESOURCE_IN_USE", () -> here.resources(RING_GROUPS).remove(sales.id()));
        here.phoneNumbers().unroute("+12025550123");
        here.resources(RING_GROUPS).remove(sales.id());
    }

    @Test
    void O7_groupsAreExportedAndLetTheirOrganizationBeClosed() {
        there.members().add(you.user(), "200");
        Resource<RingGroup> support = there.resources(RING_GROUPS).add("Support", group("200"));
        assertThat(there.export().resources()).singleElement().satisfies(one -> {
            assertThat(one.ref()).isEqualTo(support.ref());
            assertThat(RING_GROUPS.read(one.content())).isEqualTo(support.content());
        });
        you.closeOrganization(further.id());
        refused("ORGANIZATION_NOT_FOUND", () -> there.resources(RING_GROUPS).get(support.id()));
    }

    @Test
    void X4_aWrongGroupIsRefusedWithAllThatIsWrong() {
        assertThat(refused(
                                "INVALID_INPUT",
                                () -> here.resources(RING_GROUPS)
                                        .add("", new RingGroup(List.of("1"), Ringing.TOGETHER, 1)))
                        .toString())
                .contains("BLANK", "NOT_AN_EXTENSION", "OUT_OF_RANGE");
    }

    @Test
    void X3_aGroupThatIsSavedAsItIsChangesNothing() {
        Resource<RingGroup> sales = sales();
        assertThat(here.resources(RING_GROUPS).save(sales.id(), "Sales", group("101")))
                .isEqualTo(sales);
    }
}
