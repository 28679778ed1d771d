package com.phoneunite.isolation;

import com.phoneunite.organization.OrganizationId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What would give another organization away: any id that was drawn while something was done there, names, phone numbers, contents and
 * hashes of sounds, and the ids and e-mail addresses of people who were never in the organization of whoever looks.
 */
final class Marks {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Map<Place, List<String>> OF_CONTENTS = contents();

    private final List<Command> commands;
    private final Map<Place, Pattern> foreign = new EnumMap<>(Place.class);
    private final Map<OrganizationId, Place> organizations = new HashMap<>();
    private final Map<Place, Set<Integer>> everIn = new EnumMap<>(Place.class);

    Marks(boolean firstEver, List<Command> commands) {
        this.commands = commands;
        for (Place place : Place.OF_ORGANIZATIONS) {
            String others = Stream.concat(
                            names(firstEver).entrySet().stream()
                                    .filter(name -> name.getValue() != place)
                                    .map(name -> "\\b" + name.getKey() + "\\b"),
                            Place.OF_ORGANIZATIONS.stream()
                                    .filter(other -> other != place)
                                    .flatMap(Marks::of))
                    .reduce((one, other) -> one + "|" + other)
                    .orElseThrow();
            foreign.put(place, Pattern.compile(others));
            everIn.put(place, new HashSet<>(Set.of(0, Cast.INVITED_EVERYWHERE)));
        }
    }

    /** The sibling that nobody works in is as foreign as any other. */
    private static Map<String, Place> names(boolean firstEver) {
        return Map.of(
                "First", firstEver ? Place.HERE : Place.ACCOUNT,
                "Second", firstEver ? Place.ACCOUNT : Place.HERE,
                "Third", Place.THERE,
                "Extra", Place.ADDED,
                "Far", Place.FAR);
    }

    private static Stream<String> of(Place place) {
        return Stream.concat(
                Stream.of("\\b" + place + " ", "\\+1202555" + (100 + place.code()) + "\\d"),
                Stream.concat(
                        OF_CONTENTS.get(place).stream(),
                        place == Place.FAR ? Stream.of("far\\d?@example\\.com") : Stream.empty()));
    }

    private static Map<Place, List<String>> contents() {
        Map<Place, List<String>> contents = new EnumMap<>(Place.class);
        for (Place place : Place.OF_ORGANIZATIONS) {
            List<String> ofPlace = new ArrayList<>();
            for (int number = 0; number < 4; number++) {
                try {
                    byte[] bytes = Rig.wav(SoundActs.ofPlace(place, number)).readAllBytes();
                    ofPlace.add(HexFormat.of().formatHex(bytes));
                    ofPlace.add(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (NoSuchAlgorithmException e) {
                    throw new IllegalStateException(e);
                }
            }
            contents.put(place, ofPlace);
        }
        return contents;
    }

    /** Notes which organization is where, and who is there now. */
    void note(Scene scene) {
        for (Place place : Place.OF_ORGANIZATIONS) {
            organizations.put(scene.organizationAt(place), place);
        }
        for (int person = 0; person < Cast.PEOPLE; person++) {
            for (OrganizationId held : scene.cast().held(person)) {
                everIn.get(organizations.getOrDefault(held, Place.ADDED)).add(person);
            }
        }
        everIn.values().forEach(people -> people.add(scene.cast().owner()));
    }

    /** Somebody was invited there. */
    void invited(Place place, int person) {
        everIn.get(place).add(person);
    }

    /** Where an organization is, if people of the program work in it. */
    Optional<Place> placeOf(OrganizationId organization) {
        return Optional.ofNullable(organizations.get(organization));
    }

    /** What in the text gives another organization away to somebody who looks at this one. */
    List<String> in(String text, Place place, Scene scene) {
        String told = text;
        for (String given : scene.given()) {
            told = told.replace(given, "given");
        }
        String rest = told;
        Stream<String> ids =
                ID.matcher(rest).results().map(MatchResult::group).filter(id -> isForeign(UUID.fromString(id), place));
        Stream<String> marks = foreign.get(place).matcher(rest).results().map(MatchResult::group);
        Stream<String> people = IntStream.range(0, place == Place.FAR || place == Place.ADDED ? 0 : Cast.PEOPLE)
                .filter(person -> !everIn.get(place).contains(person))
                .mapToObj(person ->
                        Stream.of(Cast.email(person), scene.cast().user(person).toString()))
                .flatMap(marksOfPerson -> marksOfPerson.filter(rest::contains));
        return Stream.of(ids, marks, people).flatMap(found -> found).distinct().toList();
    }

    private boolean isForeign(UUID id, Place place) {
        Place of = organizations.get(new OrganizationId(id));
        if (of != null) {
            return of != place;
        }
        return Steps.placeOf(id, commands).filter(where -> where != place).isPresent();
    }
}
