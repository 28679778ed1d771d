package com.phoneunite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.OrganizationExport.Administrator;
import com.phoneunite.OrganizationExport.Member;
import com.phoneunite.OrganizationExport.Person;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.membership.Extension;
import com.phoneunite.membership.Standing;
import com.phoneunite.resource.OwnedKind;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.HeldPhoneNumber;
import com.phoneunite.telephony.SavedCallTree;
import com.phoneunite.telephony.Sound;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Everything that an organization owns, at one moment. */
class ExportTest {

    private static final RingGroup.Type RECORDING = new RingGroup.Type("recording", false);

    private final World world = new World(World.RING_GROUP, RECORDING);
    private final List<Business> both = world.twoBusinesses();
    private final Business here = both.get(0);
    private final Business there = both.get(1);

    @Test
    void O6_everythingThatTheOrganizationOwnsIsExportedAndNothingElse() {
        Instant now = world.clock.instant();
        UserSession ann = here.member("ann@example.com", "101");
        var invitation = here.workspace().invitations().inviteAdministrator("new@example.com");
        Sound sound = here.sound("Hello", 1);
        SavedCallTree one = here.tree("One");
        SavedCallTree two = here.treeTo("Two", Destination.callTree(one.id()));
        Resource<RingGroup> group = here.ringGroups().add("Sales", RingGroup.of("101"));
        Resource<RingGroup> recording = here.workspace().resources(RECORDING).add("Call", RingGroup.EMPTY);
        here.numbers().add("+12025550123");
        HeldPhoneNumber routed = here.numbers().route("+12025550123", Destination.callTree(two.id()));
        fill(there);
        Snapshot before = world.snapshot(here.owner().accountId());

        OrganizationExport export = here.workspace().export();

        assertThat(export.at()).isEqualTo(now);
        assertThat(export.organization()).isEqualTo(here.workspace().organization());
        Person owner = new Person(here.owner().user(), EmailAddress.parse("you@example.com"), true);
        assertThat(export.administrators()).containsExactly(new Administrator(owner, now));
        Person member = new Person(ann.user(), EmailAddress.parse("ann@example.com"), true);
        assertThat(export.members()).containsExactly(new Member(member, new Extension("101"), now));
        assertThat(export.invitations()).containsExactly(invitation.invitation());
        assertThat(export.phoneNumbers()).containsExactly(routed);
        assertThat(export.callTrees()).containsExactlyInAnyOrder(one, two);
        assertThat(export.sounds()).containsExactly(sound);
        assertThat(export.resources()).extracting(stored -> stored.ref()).containsExactly(recording.ref(), group.ref());
        assertThat(export.toString())
                .doesNotContain("ann@example.com", "you@example.com", there.id().toString());
        assertThat(world.snapshot(here.owner().accountId())).isEqualTo(before);
        assertThatThrownBy(() -> export.sounds().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static void fill(Business business) {
        business.member("bob@example.com", "101");
        business.workspace().invitations().inviteAdministrator("other@example.com");
        business.sound("Hello", 1);
        business.tree("One");
        business.ringGroups().add("Sales", RingGroup.of("101"));
        business.numbers().add("+12025550124");
    }

    @Test
    void O6_everyKindOfThingHasItsPlaceInTheExport() {
        fill(here);
        OrganizationExport export = here.workspace().export();
        List<List<?>> kinds = List.of(
                export.administrators(),
                export.members(),
                export.invitations(),
                export.phoneNumbers(),
                export.callTrees(),
                export.sounds(),
                export.resources());
        assertThat(kinds)
                .hasSameSizeAs(OwnedKind.values())
                .allSatisfy(kind -> assertThat(kind).isNotEmpty());
        assertThat(Arrays.stream(OwnedKind.values()).map(OwnedKind::type)).doesNotHaveDuplicates();
    }

    @Test
    void M2_onlyWhoManagesTheOrganizationExportsIt() {
        UserSession member = here.member("member@example.com", "101");
        UserSession administrator = world.administrator(here.owner(), here.id(), "admin@example.com");
        here.refused("ADMINISTRATOR_REQUIRED", () -> member.switchTo(here.id()).export());
        OrganizationExport theirs = administrator.switchTo(here.id()).export();
        assertThat(theirs.organization().standing()).isEqualTo(new Standing(false, true, false));
        here.workspace().administrators().remove(here.owner().user());
        assertThat(here.workspace().export().administrators())
                .as("the owner exports without being an administrator")
                .extracting(one -> one.person().id())
                .containsExactly(administrator.user());
    }

    @Test
    void O6_aTypeThatTheHostNamesNoMoreIsLeftAloneAndNotShown() {
        UserSession ann = here.member("ann@example.com", "101");
        Resource<RingGroup> group = here.ringGroups().add("Sales", RingGroup.of("101"));
        PhoneUnite without = PhoneUnite.builder(world.store)
                .billing(new GrantingBilling())
                .clock(world.clock)
                .resources(RECORDING)
                .build();
        OrganizationWorkspace workspace = without.signIn(here.owner().ref()).switchTo(here.id());
        assertThat(workspace.export().resources()).isEmpty();
        here.refused("RESOURCE_IN_USE", () -> workspace.members().remove(ann.user()));
        here.refused(
                "CALL_TREE_NOT_VALID",
                () -> workspace.callTrees().save(Business.leadingTo("Main", Destination.resource(group.ref()))));
        assertThat(here.ringGroups().get(group.id()).content().refersTo())
                .isEqualTo(Set.copyOf(RingGroup.of("101").refersTo()));
    }
}
