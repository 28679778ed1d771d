package com.phoneunite.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.OrganizationWorkspace;
import com.phoneunite.UserSession;
import com.phoneunite.account.UserRef;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.paging.PageRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Rule M4 where it is hardest: two administrators are left, and both are to go at the same moment. */
class LastAdministratorTest {

    private static final int TRIES = 10_000;
    private static final int TRIES_WITH_ONE_ACCOUNT = 500;

    /** An organization that the owner does not administer, with two administrators who may be replaced. */
    private static final class Duel {

        private final Rig rig = new Rig();
        private final UserSession owner = rig.owner("Product Experts, LLC", "you@example.com", "100.00");
        private final OrganizationId organization = Rig.first(owner);
        private int users;
        private UserSession one = administrator();
        private UserSession other = administrator();

        Duel() {
            owner.switchTo(organization).administrators().remove(owner.user());
        }

        private UserSession administrator() {
            UserSession user = rig.user(owner, "administrator" + users++ + "@example.com");
            owner.switchTo(organization).administrators().add(user.user());
            return user;
        }

        OrganizationWorkspace of(UserSession user) {
            return user.switchTo(organization);
        }

        void verify() {
            assertThat(owner.switchTo(organization)
                            .administrators()
                            .list(PageRequest.first(5))
                            .items())
                    .filteredOn(held -> Rig.answer(
                                    () -> rig.phoneUnite.signIn(new UserRef(owner.accountId(), held.user())))
                            .equals(Rig.OK))
                    .hasSize(1);
        }

        void appointAgain() {
            owner.switchTo(organization).administrators().add(one.user());
            owner.switchTo(organization).administrators().add(other.user());
        }

        void replace() {
            UserSession formerOne = one;
            UserSession formerOther = other;
            one = administrator();
            other = administrator();
            Rig.answer(() -> owner.switchTo(organization).administrators().remove(formerOne.user()));
            Rig.answer(() -> owner.switchTo(organization).administrators().remove(formerOther.user()));
        }
    }

    @Test
    void M4_twoAdministratorsWhoRemoveEachOtherAtOnceLeaveOne() throws Exception {
        Map<List<String>, Integer> seen = new TreeMap<>(Comparator.comparing(List::toString));
        Duel duel = new Duel();
        try (Together together = new Together()) {
            for (int i = 0; i < TRIES; i++) {
                OrganizationWorkspace one = duel.of(duel.one);
                OrganizationWorkspace other = duel.of(duel.other);
                seen.merge(
                        together.answers(
                                () -> one.administrators().remove(duel.other.user()),
                                () -> other.administrators().remove(duel.one.user())),
                        1,
                        Integer::sum);
                duel.verify();
                duel.appointAgain();
            }
        }
        assertThat(seen.keySet())
                .containsExactlyInAnyOrder(
                        List.of(Rig.OK, "ORGANIZATION_NOT_FOUND"), List.of("ORGANIZATION_NOT_FOUND", Rig.OK));
    }

    @Test
    void M4_twoAdministratorsWhoLeaveAtOnceLeaveOne() throws Exception {
        Map<List<String>, Integer> seen = new TreeMap<>(Comparator.comparing(List::toString));
        Duel duel = new Duel();
        try (Together together = new Together()) {
            for (int i = 0; i < TRIES; i++) {
                OrganizationWorkspace one = duel.of(duel.one);
                OrganizationWorkspace other = duel.of(duel.other);
                seen.merge(
                        together.answers(
                                () -> one.administrators().remove(duel.one.user()),
                                () -> other.administrators().remove(duel.other.user())),
                        1,
                        Integer::sum);
                duel.verify();
                duel.appointAgain();
            }
        }
        assertThat(seen.keySet())
                .containsExactlyInAnyOrder(
                        List.of(Rig.OK, "LAST_ADMINISTRATOR"), List.of("LAST_ADMINISTRATOR", Rig.OK));
    }

    @Test
    void M4_anAdministratorWhoIsDeactivatedWhileTheyRemoveTheOtherLeavesOne() throws Exception {
        Map<List<String>, Integer> seen = new TreeMap<>(Comparator.comparing(List::toString));
        Duel duel = new Duel();
        try (Together together = new Together()) {
            for (int i = 0; i < TRIES; i++) {
                Duel now = duel;
                OrganizationWorkspace one = now.of(now.one);
                seen.merge(
                        together.answers(
                                () -> now.owner.users().deactivate(now.one.user()),
                                () -> one.administrators().remove(now.other.user())),
                        1,
                        Integer::sum);
                now.verify();
                duel = next(now, i);
            }
        }
        assertThat(seen.keySet())
                .containsExactlyInAnyOrder(
                        List.of(Rig.OK, "ORGANIZATION_NOT_FOUND"), List.of("LAST_ADMINISTRATOR", Rig.OK));
    }

    @Test
    void M4_anAdministratorWhoIsDeactivatedWhileTheOtherLeavesIsKeptOrTheOtherIs() throws Exception {
        Map<List<String>, Integer> seen = new TreeMap<>(Comparator.comparing(List::toString));
        Duel duel = new Duel();
        try (Together together = new Together()) {
            for (int i = 0; i < TRIES; i++) {
                Duel now = duel;
                OrganizationWorkspace other = now.of(now.other);
                seen.merge(
                        together.answers(
                                () -> now.owner.users().deactivate(now.one.user()),
                                () -> other.administrators().remove(now.other.user())),
                        1,
                        Integer::sum);
                now.verify();
                duel = next(now, i);
            }
        }
        assertThat(seen.keySet())
                .containsExactlyInAnyOrder(
                        List.of(Rig.OK, "LAST_ADMINISTRATOR"), List.of("LAST_ADMINISTRATOR", Rig.OK));
    }

    /** Who is deactivated stays so; an account that has had many users makes way for a new one. */
    private static Duel next(Duel duel, int i) {
        if (i % TRIES_WITH_ONE_ACCOUNT == TRIES_WITH_ONE_ACCOUNT - 1) {
            return new Duel();
        }
        duel.replace();
        return duel;
    }
}
