package com.phoneunite;

import com.phoneunite.OrganizationExport.Person;
import com.phoneunite.account.UserId;
import com.phoneunite.membership.Administration;
import com.phoneunite.membership.Membership;
import com.phoneunite.paging.Page;
import com.phoneunite.paging.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rule M1: the section of a workspace that shows who its people are, with their e-mail addresses: those who administer the organization
 * or are a member of it, and nobody else. Only who manages the organization may look. Safe for any number of threads.
 */
public final class People {

    private final Place place;

    People(Place place) {
        this.place = place;
    }

    /**
     * The people of the organization, by user id.
     *
     * @throws RefusedException {@code INVALID_INPUT}, {@code ORGANIZATION_NOT_FOUND}, {@code ADMINISTRATOR_REQUIRED}
     */
    public Page<Person> list(PageRequest page) {
        Optional<UserId> after = Users.cursor(Desk.valid(page));
        int read = page.limit() + 1;
        return place.viewToManage(scope -> {
            Stream<UserId> administrators =
                    place
                            .store()
                            .administrations()
                            .listOf(scope.account(), scope.organizationId(), after, read)
                            .stream()
                            .map(Administration::user);
            Stream<UserId> members = place.store().memberships().list(scope, after, read).stream()
                    .map(Membership::user);
            List<UserId> all = Stream.concat(administrators, members)
                    .distinct()
                    .sorted()
                    .limit(read)
                    .toList();
            return Page.of(all, page.limit(), UserId::toString)
                    .map(id -> new Belongings(place.desk()).person(scope, id));
        });
    }
}
