package com.phoneunite.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.OrganizationExport;
import com.phoneunite.account.Actor;
import com.phoneunite.event.DomainEvent;
import com.phoneunite.membership.MembershipEvent;
import com.phoneunite.organization.HoldingFact;
import com.phoneunite.organization.HoldingKind;
import com.phoneunite.organization.OrganizationEvent;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.resource.OwnedThing;
import com.phoneunite.resource.ResourceEvent;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.store.RecordedEvent;
import com.phoneunite.telephony.HeldPhoneNumber;
import com.phoneunite.telephony.PhoneNumber;
import com.phoneunite.telephony.TelephonyEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rule S3 in the middle of a storm: once access is taken, no call of a workspace that is open succeeds, and nothing is half done. */
@Timeout(120)
class RevocationStormTest {

    private static final int ROUNDS = 8;
    private static final int MOST_ROUNDS = 40;
    private static final String GONE = "ORGANIZATION_NOT_FOUND";

    @Test
    void S3_whoIsRemovedDoesNothingMore() throws Exception {
        storms(
                storm -> {
                    storm.owner.switchTo(storm.here).members().remove(storm.victim.user());
                    storm.owner.switchTo(storm.here).administrators().remove(storm.victim.user());
                },
                (storm, call) -> GONE,
                event -> event instanceof MembershipEvent.AdministratorRemoved);
    }

    @Test
    void S3_whoIsDeactivatedDoesNothingMore() throws Exception {
        storms(
                storm -> storm.owner.users().deactivate(storm.victim.user()),
                (storm, call) -> GONE,
                event -> event instanceof MembershipEvent.UserDeactivated);
    }

    @Test
    void S3_M2_whoIsAnAdministratorNoMoreLooksAndChangesNothing() throws Exception {
        storms(
                storm -> storm.owner.switchTo(storm.here).administrators().remove(storm.victim.user()),
                (storm, call) -> call.manages() ? "ADMINISTRATOR_REQUIRED" : Rig.OK,
                event -> event instanceof MembershipEvent.AdministratorRemoved);
    }

    @Test
    void S3_O7_inAnOrganizationThatIsClosedNobodyDoesAnything() throws Exception {
        storms(
                storm -> storm.owner.closeOrganization(storm.here),
                (storm, call) -> GONE,
                event -> event instanceof OrganizationEvent.StateChanged changed
                        && changed.to() == OrganizationState.CLOSED);
    }

    @Test
    void O6_inAnOrganizationThatIsSuspendedNothingIsAdded() throws Exception {
        storms(Storm::suspend, (storm, call) -> call.adds() ? "ORGANIZATION_SUSPENDED" : Rig.OK, event -> false);
    }

    /** On a busy machine the thread that revokes may come before the others have done everything once. */
    private static boolean isLacking(Set<String> succeeded, int round) {
        return round < MOST_ROUNDS && !succeeded.containsAll(Storm.NAMES);
    }

    private interface Expected {
        String answer(Storm storm, Storm.Call call);
    }

    private static void storms(Consumer<Storm> revoke, Expected expected, Predicate<DomainEvent> revocation)
            throws Exception {
        Set<String> succeeded = new TreeSet<>();
        for (int round = 0; round < ROUNDS || isLacking(succeeded, round); round++) {
            Storm storm = new Storm();
            Map<Storm.Call, Set<String>> late = storm.run(revoke, 20 + 23 * round, succeeded);
            late.forEach((call, answers) -> {
                String answer = expected.answer(storm, call);
                if (answer.equals(Rig.OK)) {
                    assertThat(answers).as("%s", call).doesNotContain(GONE, "ADMINISTRATOR_REQUIRED");
                } else {
                    assertThat(answers).as("%s", call).containsOnly(answer);
                }
            });
            verifyEvents(storm, revocation);
            verifyNothingIsHalfDone(storm);
        }
        assertThat(succeeded).as("calls that succeeded before").containsAll(Storm.NAMES);
    }

    /** The order of events is the order of changes. */
    private static void verifyEvents(Storm storm, Predicate<DomainEvent> revocation) {
        List<RecordedEvent> later = storm.events().stream()
                .dropWhile(one -> !revocation.test(one.event()))
                .skip(1)
                .filter(one -> one.actor().equals(Actor.user(storm.victim.user())))
                .toList();
        assertThat(later).isEmpty();
    }

    private static void verifyNothingIsHalfDone(Storm storm) {
        assertThat(storm.rig.phoneUnite.sweepSounds())
                .as("bytes that no sound names")
                .isZero();
        Set<ResourceRef> things = new HashSet<>();
        Set<PhoneNumber> numbers = new HashSet<>();
        Set<ResourceRef> extensions = new HashSet<>();
        storm.events().stream()
                .filter(one -> one.organization().filter(storm.here::equals).isPresent())
                .forEach(one -> follow(one.event(), things, numbers, extensions));
        assertThat(held(storm, HoldingKind.PHONE_NUMBER)).isEqualTo(numbers.size());
        assertThat(held(storm, HoldingKind.EXTENSION)).isEqualTo(extensions.size());
        if (Rig.answer(() -> storm.owner.switchTo(storm.here)).equals(GONE)) {
            assertThat(numbers).as("numbers of a closed organization").isEmpty();
            return;
        }
        OrganizationExport export = storm.owner.switchTo(storm.here).export();
        assertThat(Stream.of(export.callTrees(), export.sounds(), export.resources())
                        .flatMap(List::stream)
                        .map(OwnedThing::ref))
                .containsExactlyInAnyOrderElementsOf(things);
        assertThat(export.phoneNumbers())
                .extracting(HeldPhoneNumber::number)
                .containsExactlyInAnyOrderElementsOf(numbers);
        assertThat(export.members())
                .extracting(one -> ResourceRef.extension(one.extension()))
                .containsExactlyInAnyOrderElementsOf(extensions);
        verifyReferences(storm, export, things, extensions);
    }

    private static void verifyReferences(
            Storm storm, OrganizationExport export, Set<ResourceRef> things, Set<ResourceRef> extensions) {
        Set<ResourceRef> there = new HashSet<>(things);
        there.addAll(extensions);
        Set<ResourceRef> used = export.callTrees().stream()
                .flatMap(one -> one.tree().refersTo().stream())
                .collect(Collectors.toSet());
        export.phoneNumbers()
                .forEach(one -> one.destination().flatMap(to -> to.refersTo()).ifPresent(used::add));
        assertThat(there).containsAll(used);
        export.sounds()
                .forEach(sound -> assertThat(
                                storm.owner.switchTo(storm.here).sounds().open(sound.id()))
                        .isNotNull());
    }

    private static void follow(
            DomainEvent event, Set<ResourceRef> things, Set<PhoneNumber> numbers, Set<ResourceRef> extensions) {
        if (event instanceof ResourceEvent.Added added) {
            assertThat(things.add(added.ref())).isTrue();
        } else if (event instanceof ResourceEvent.Removed removed) {
            assertThat(things.remove(removed.ref())).isTrue();
        } else if (event instanceof TelephonyEvent.PhoneNumberAdded added) {
            assertThat(numbers.add(added.number())).isTrue();
        } else if (event instanceof TelephonyEvent.PhoneNumberRemoved removed) {
            assertThat(numbers.remove(removed.number())).isTrue();
        } else if (event instanceof MembershipEvent.MemberAdded added) {
            assertThat(extensions.add(ResourceRef.extension(added.extension()))).isTrue();
        } else if (event instanceof MembershipEvent.MemberRemoved removed) {
            assertThat(extensions.remove(ResourceRef.extension(removed.extension())))
                    .isTrue();
        }
    }

    private static int held(Storm storm, HoldingKind kind) {
        return storm.view(core -> core.holdings().latest(storm.owner.accountId(), storm.here, kind))
                .map(HoldingFact::count)
                .orElse(0);
    }
}
