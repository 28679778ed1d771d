package com.phoneunite.testkit.audit;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.OrganizationId;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the auditor knows of an account, and its judges share. */
final class Dossier {

    final AccountId account;
    final Ground ground;
    private final Map<OrganizationId, Course> courses = new LinkedHashMap<>();
    private final Map<String, Attempt> attempts = new HashMap<>();
    private final Map<YearMonth, Set<String>> months = new HashMap<>();
    private final Set<Course> touched = new LinkedHashSet<>();
    private final Set<String> unresolved = new LinkedHashSet<>();
    private final Set<String> inReview = new LinkedHashSet<>();

    /** Rule B3: the balance after what was told last, in minor units. */
    long balance;

    /** Rule P11: what is open of all arrears, in minor units. */
    long arrears;

    Dossier(AccountId account, Ground ground) {
        this.account = account;
        this.ground = ground;
    }

    Collection<Course> courses() {
        return courses.values();
    }

    /** What is known of an organization, which the store has to know, too. */
    Course course(Look look, OrganizationId id) {
        Course course = courses.computeIfAbsent(
                id,
                unknown -> new Course(
                        ground,
                        look.facts()
                                .business(id)
                                .orElseThrow(() -> look.breach(
                                        "O1", "something is told of organization " + id + ", which is not there"))));
        touched.add(course);
        return course;
    }

    /** The organizations that something was told of since it was asked last. */
    List<Course> takeTouched() {
        List<Course> all = List.copyOf(touched);
        touched.clear();
        return all;
    }

    boolean knows(OrganizationId id) {
        return courses.containsKey(id);
    }

    Optional<Attempt> attempt(String key) {
        return Optional.ofNullable(attempts.get(key));
    }

    void keep(Attempt attempt) {
        attempts.put(attempt.key(), attempt);
        months.computeIfAbsent(monthOf(attempt), month -> new HashSet<>()).add(attempt.key());
        unresolved.remove(attempt.key());
        inReview.remove(attempt.key());
        if (attempt.state().isUnresolved()) {
            unresolved.add(attempt.key());
        }
        if (attempt.state() == AttemptState.IN_REVIEW) {
            inReview.add(attempt.key());
        }
    }

    Collection<Attempt> attempts() {
        return attempts.values();
    }

    /** Rule P4: the attempts that were recorded in the same month of the account's zone as that one, itself included. */
    List<Attempt> inTheMonthOf(Attempt attempt) {
        return known(months.getOrDefault(monthOf(attempt), Set.of())).stream()
                .filter(one -> monthOf(one).equals(monthOf(attempt)))
                .toList();
    }

    private YearMonth monthOf(Attempt attempt) {
        return YearMonth.from(ground.dateOf(attempt.recordedAt()));
    }

    /** Rule P5: the attempts that nobody knows the outcome of yet. */
    List<Attempt> unresolved() {
        return known(unresolved);
    }

    /** Rule P5: the attempts that a person must decide about. */
    List<Attempt> inReview() {
        return known(inReview);
    }

    private List<Attempt> known(Set<String> keys) {
        List<Attempt> all = new ArrayList<>();
        keys.forEach(key -> attempt(key).ifPresent(all::add));
        return all;
    }
}
