package com.phoneunite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.AccountId;
import com.phoneunite.membership.MembershipEvent;
import com.phoneunite.membership.Standing;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationBilling;
import com.phoneunite.organization.OrganizationEvent;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationName;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.organization.PlanName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AddingTest {

    private final World world = new World();
    private UserSession owner;
    private AccountId account;
    private OrganizationId first;

    @BeforeEach
    void anAccount() {
        owner = world.owner();
        account = owner.accountId();
        first = world.first(owner);
    }

    @Test
    void O5_aFurtherOrganizationIsActiveAndItsAdderAdministersIt() {
        Organization added = owner.addOrganization("Services Experts, LLC", "premium");
        assertThat(added)
                .isEqualTo(new Organization(
                        account,
                        added.id(),
                        new OrganizationName("Services Experts, LLC"),
                        new PlanName("premium"),
                        OrganizationState.ACTIVE,
                        1,
                        world.clock.instant(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(owner.switchTo(added.id()).organization().standing()).isEqualTo(new Standing(true, true, false));
        assertThat(world.plainEvents(account))
                .endsWith(
                        new OrganizationEvent.Added(added.name(), added.plan(), OrganizationState.ACTIVE),
                        new MembershipEvent.AdministratorAdded(owner.user()));
    }

    @Test
    void O1_anOrganizationBelongsToTheAccountThatAddedItAndToNoOther() {
        UserSession other = world.owner();
        OrganizationId added = owner.addOrganization("Another", "standard").id();
        assertThat(world.snapshot(account).organizations())
                .extracting(Organization::account)
                .containsOnly(account);
        assertThat(world.snapshot(other.accountId()).organizations())
                .extracting(Organization::id)
                .doesNotContain(added, first);
        world.become(account, added, OrganizationState.CLOSED);
        assertThat(world.snapshot(account).organizations().get(1).account()).isEqualTo(account);
    }

    @Test
    void O3_aFurtherOrganizationNeedsACardOnFile() {
        world.removeCard(account);
        var refusal =
                world.refused(account, "PAYMENT_METHOD_REQUIRED", () -> owner.addOrganization("Another", "standard"));
        assertThat(refusal.rule()).isEqualTo("O3");
        world.refused(
                account, "PAYMENT_METHOD_REQUIRED", () -> owner.addOrganization("Product Experts, LLC", "standard"));
        world.putCardOnFile(account);
        assertThat(owner.addOrganization("Another", "standard").isOpen()).isTrue();
    }

    @Test
    void O4_neitherClosingTheFirstNorHandingOverBringsASecondTrial() {
        world.become(account, first, OrganizationState.CLOSED);
        Organization second = owner.addOrganization("Second", "standard");
        world.become(account, second.id(), OrganizationState.CLOSED);
        UserSession heir = world.user(owner, "heir@example.com");
        owner.handOverTo(heir.user());
        Organization third = heir.addOrganization("Third", "standard");
        for (Organization one : List.of(second, third)) {
            assertThat(one.state()).isEqualTo(OrganizationState.ACTIVE);
            assertThat(one.trialEndsAt()).isEmpty();
        }
        assertThat(third.ordinal()).isEqualTo(2);
    }

    @Test
    void O2_aNameThatDiffersOnlyInCaseOrInWhatCannotBeSeenIsTaken() {
        owner.addOrganization("Stra\u00DFe", "standard");
        for (String same : List.of(
                "Product Experts, LLC",
                "PRODUCT experts, llc",
                " Product\u00A0Experts, LLC\u200B",
                "STRASSE",
                "STRA\u1E9EE")) {
            var refusal =
                    world.refused(account, "ORGANIZATION_NAME_TAKEN", () -> owner.addOrganization(same, "standard"));
            assertThat(refusal.rule()).isEqualTo("O2");
            assertThat(refusal.facts()).isEmpty();
        }
        assertThat(world.owner().organizations().items())
                .as("the same name in another account")
                .hasSize(1);
    }

    @Test
    void O2_anOrganizationIsRenamedAndItsFormerNameIsFree() {
        Organization renamed = owner.renameOrganization(first, "  New Name ");
        assertThat(renamed.name().value()).isEqualTo("New Name");
        assertThat(world.snapshot(account).organizations()).containsExactly(renamed);
        assertThat(world.plainEvents(account))
                .endsWith(new OrganizationEvent.Renamed(
                        new OrganizationName("Product Experts, LLC"), new OrganizationName("New Name")));
        world.refused(account, "ORGANIZATION_NAME_TAKEN", () -> owner.addOrganization("NEW NAME", "standard"));
        assertThat(owner.addOrganization("Product Experts, LLC", "standard").isOpen())
                .isTrue();
        world.refused(
                account, "ORGANIZATION_NAME_TAKEN", () -> owner.renameOrganization(first, "product experts, llc"));
    }

    @Test
    void O2_anOrganizationMayTakeItsOwnNameInAnotherCase() {
        assertThat(owner.renameOrganization(first, "PRODUCT EXPERTS, LLC")
                        .name()
                        .value())
                .isEqualTo("PRODUCT EXPERTS, LLC");
        world.refused(
                account, "ORGANIZATION_NAME_TAKEN", () -> owner.addOrganization("Product Experts, LLC", "standard"));
    }

    @Test
    void O2_theNameThatItHasChangesNothing() {
        Snapshot before = world.snapshot(account);
        assertThat(owner.renameOrganization(first, " Product Experts, LLC").id())
                .isEqualTo(first);
        assertThat(world.snapshot(account)).isEqualTo(before);
    }

    @Test
    void O2_theNameOfAClosedOrganizationIsFree() {
        OrganizationId second = owner.addOrganization("Second", "standard").id();
        world.become(account, second, OrganizationState.CLOSED);
        Organization again = owner.addOrganization("SECOND", "standard");
        assertThat(again.id()).isNotEqualTo(second);
        assertThat(world.snapshot(account).holdersOfNames().get(second)).contains(again.id());
        world.refused(account, "ORGANIZATION_NOT_FOUND", () -> owner.renameOrganization(second, "Third"));
    }

    @Test
    void X1_aRenameThatTheHostTakesBackLeavesTheFormerNameTaken() {
        Snapshot before = world.snapshot(account);
        assertThatThrownBy(() -> world.store.unitOfWork().change(account, () -> {
                    owner.renameOrganization(first, "New Name");
                    owner.addOrganization("Product Experts, LLC", "standard");
                    throw new IllegalStateException("the host's own failure");
                }))
                .hasMessage("the host's own failure");
        assertThat(world.snapshot(account)).isEqualTo(before);
        world.refused(
                account, "ORGANIZATION_NAME_TAKEN", () -> owner.addOrganization("Product Experts, LLC", "standard"));
    }

    @Test
    void O2_ofTwoThreadsThatAddTheSameNameOneDoes() throws Exception {
        for (int round = 0; round < 200; round++) {
            String name = "Round " + round;
            assertThat(Threads.together(List.of(
                            () -> OwnershipTest.answer(() -> owner.addOrganization(name, "standard")),
                            () -> OwnershipTest.answer(() -> owner.addOrganization(name + "\u200B", "standard")))))
                    .containsExactlyInAnyOrder("done", "ORGANIZATION_NAME_TAKEN");
        }
    }

    @Test
    void O3_aHostThatBillsByOtherMeansNeedsNoCard() {
        PhoneUnite unbilled = PhoneUnite.builder(world.store)
                .billing(OrganizationBilling.none())
                .build();
        UserSession owner =
                unbilled.signIn(unbilled.openAccount(World.request()).owner());
        assertThat(owner.addOrganization("Another", "any-plan").state()).isEqualTo(OrganizationState.ACTIVE);
    }
}
