package com.phoneunite;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.OrganizationExport.Person;
import com.phoneunite.account.UserId;
import com.phoneunite.paging.PageRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Rule M1: an administrator sees the people of their own organization. */
class PeopleTest {

    private final World world = new World();
    private final List<Business> both = world.twoBusinesses();
    private final Business here = both.get(0);
    private final Business there = both.get(1);

    private List<Person> people(UserSession viewer, int limit) {
        return World.all(limit, viewer.switchTo(here.id()).people()::list);
    }

    @Test
    void M1_whoAdministersOrIsAMemberIsOneOfThePeopleAndNobodyElse() {
        UserSession administrator = world.administrator(here.owner(), here.id(), "admin@example.com");
        UserSession member = here.member("member@example.com", "101");
        UserSession two = here.member("both@example.com", "102");
        here.workspace().administrators().add(two.user());
        there.member("elsewhere@example.com", "101");
        world.user(here.owner(), "nobody@example.com");
        here.owner().users().deactivate(member.user());

        List<Person> all = people(administrator, 500);
        assertThat(all)
                .extracting(one -> one.email().value())
                .containsExactlyInAnyOrder(
                        "you@example.com", "admin@example.com", "member@example.com", "both@example.com");
        assertThat(all).extracting(Person::id).isSorted();
        assertThat(all).filteredOn(one -> !one.active()).extracting(Person::id).containsExactly(member.user());
        assertThat(all.toString()).doesNotContain("@");

        here.workspace().administrators().remove(here.owner().user());
        assertThat(people(here.owner(), 500))
                .as("by ownership one is not among the people")
                .extracting(Person::id)
                .doesNotContain(here.owner().user());
    }

    @Test
    void X5_peopleAreReadInPagesWhicheverListTheyAreOn() {
        Set<UserId> expected = new TreeSet<>(Set.of(here.owner().user()));
        for (int i = 0; i < 12; i++) {
            UserSession user = world.user(here.owner(), "user" + i + "@example.com");
            if (i % 3 != 0) {
                here.workspace().administrators().add(user.user());
            }
            if (i % 3 != 1) {
                here.workspace().members().add(user.user(), "2" + (10 + i));
            }
            there.workspace().administrators().add(user.user());
            expected.add(user.user());
        }
        for (int limit = 1; limit < 15; limit++) {
            assertThat(people(here.owner(), limit)).extracting(Person::id).containsExactlyElementsOf(expected);
        }
        here.refused(
                "INVALID_INPUT",
                () -> here.workspace().people().list(PageRequest.first(1).after("x")));
        here.refused("INVALID_INPUT", () -> here.workspace().people().list(null));
    }

    @Test
    void M1_aMemberDoesNotSeeWhoThePeopleAre() {
        UserSession member = here.member("member@example.com", "101");
        here.refused(
                "ADMINISTRATOR_REQUIRED",
                () -> member.switchTo(here.id()).people().list(PageRequest.first(9)));
        UserSession elsewhere = there.member("elsewhere@example.com", "101");
        People theirs = elsewhere.switchTo(there.id()).people();
        here.refused("ADMINISTRATOR_REQUIRED", () -> theirs.list(PageRequest.first(9)));
    }
}
