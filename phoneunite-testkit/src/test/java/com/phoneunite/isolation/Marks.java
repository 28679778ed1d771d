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
    private static final List<Place> PLACES = List.of(Place.HERE, Place.THERE, Place.ADDED, Place.FAR);
    private static final Map<Place, List<String>> OF_CONTENTS = contents();

    private final List<Command> commands;
    private final Map<Place, Pattern> foreign = new EnumMap<>(Place.class);
    private final Map<OrganizationId, Place> organizations = new HashMap<>();
    private final Map<Place, Set<Integer>> everIn = new EnumMap<>(Place.class);

    Marks(boolean firstEver, List<Command> commands) {
        this.commands = commands;
        for (Place place : PLACES) {
            String others = Stream.concat(
                            names(firstEver).entrySet().stream()
                                    .filter(name -> name.getValue() != place)
                                    .map(name -> "\\b" + name.getKey() + "\\b"),
                            PLACES.stream().filter(other -> other != place).flatMap(Marks::of))
                    .reduce((one, other) -> one + "|" + other)
                    .orElseThrow();
            foreign.put(place, Pattern.compile(others));
            everIn.put(place, new HashSet<>(Set.of(0, Scene.INVITED_EVERYWHERE)));
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
                Stream.of("\\b" + place + " ", "\\+1202555" + (100 + place.ordinal()) + "\\d"),
                OF_CONTENTS.get(place).stream());
    }

    private static Map<Place, List<String>> contents() {
        Map<Place, List<String>> contents = new EnumMap<>(Place.class);
        for (Place place : PLACES) {
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
        for (Place place : PLACES) {
            organizations.put(scene.organizationAt(place), place);
        }
        for (int person = 0; person < Scene.PEOPLE; person++) {
            for (OrganizationId held : scene.held(person)) {
                everIn.get(organizations.getOrDefault(held, Place.ADDED)).add(person);
            }
        }
        everIn.values().forEach(people -> people.add(scene.owner()));
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
        Stream<String> people = IntStream.range(0, place == Place.FAR || place == Place.ADDED ? 0 : Scene.PEOPLE)
                .filter(person -> !everIn.get(place).contains(person))
                .mapToObj(person ->
                        Stream.of(Scene.email(person), scene.userAt(person).toString()))
                .flatMap(marksOfPerson -> marksOfPerson.filter(rest::contains));
        return Stream.of(
                        ids,
                        marks,
                        people,
                        Stream.of("far@example.com").filter(mark -> place != Place.FAR && rest.contains(mark)))
                .flatMap(stream -> stream)
                .distinct()
                .toList();
    }

    private boolean isForeign(UUID id, Place place) {
        Place of = organizations.get(new OrganizationId(id));
        if (of != null) {
            return of != place;
        }
        long step = Scene.stepOf(id);
        Optional<Place> made = step >= 1 && step <= commands.size()
                ? Optional.of(commands.get((int) step - 1).place()).filter(where -> where != Place.ACCOUNT)
                : Scene.placeBefore(step);
        return made.filter(where -> where != place).isPresent();
    }
}
