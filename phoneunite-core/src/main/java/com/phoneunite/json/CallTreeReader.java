package com.phoneunite.json;

import com.phoneunite.RefusedException;
import com.phoneunite.input.InputValidator;
import com.phoneunite.json.ShapeFaults.Code;
import com.phoneunite.refusal.InvalidInput;
import com.phoneunite.refusal.Violation;
import com.phoneunite.telephony.CallTreeDraft;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.DestinationDraft;
import com.phoneunite.telephony.Menu;
import com.phoneunite.telephony.MenuDraft;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamConstraintsException;

/** Reads the document of a call tree, to its end wherever that is possible, so that all faults are found at once. Used once. */
final class CallTreeReader {

    private static final String ONE_DESTINATION = Arrays.stream(DestinationDraft.Kind.values())
            .map(DestinationDraft.Kind::json)
            .collect(Collectors.joining(", ", "must have exactly one of ", ""));

    private final JsonParser json;
    private final ShapeFaults faults = new ShapeFaults();
    private final ShapeReader shape;
    private final Map<String, MenuDraft> menus = new LinkedHashMap<>();
    private OptionalInt version = OptionalInt.empty();
    private @Nullable String name;
    private @Nullable String root;

    CallTreeReader(JsonParser json) {
        this.json = json;
        shape = new ShapeReader(json, faults);
    }

    CallTreeDraft read() {
        boolean whole = readWhole();
        if (version.isPresent() && version.getAsInt() != CallTreeJson.VERSION) {
            throw new RefusedException(InvalidInput.of(
                    "v",
                    Code.UNKNOWN_VERSION.name(),
                    "must be " + CallTreeJson.VERSION + ", the version of the format"));
        }
        CallTreeDraft draft = new CallTreeDraft(name, root, menus);
        List<Violation> violations = new ArrayList<>(faults.named());
        if (whole) {
            violations.addAll(missedIn(draft));
        }
        if (!violations.isEmpty()) {
            throw new RefusedException(new InvalidInput(violations));
        }
        return draft;
    }

    private boolean readWhole() {
        try {
            json.nextToken();
            shape.object(this::document);
            if (json.nextToken() != null) {
                faults.add(Code.NOT_JSON, "must end where the document ends");
            }
            return true;
        } catch (StreamConstraintsException e) {
            faults.add(Code.TOO_DEEP, "must be at most " + CallTreeJson.MAX_DEPTH + " values within one another");
            return false;
        } catch (JacksonException e) {
            faults.add(
                    Code.NOT_JSON,
                    "must be JSON, and is not in line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr());
            return false;
        }
    }

    /** What the shape alone does not tell. What is missed only because its shape is wrong is named as that. */
    private List<Violation> missedIn(CallTreeDraft draft) {
        List<Violation> missed = new ArrayList<>();
        if (version.isEmpty()) {
            missed.add(new Violation("v", InputValidator.REQUIRED, "must be given"));
        }
        draft.parse().fold(tree -> missed, refusal -> {
            if (refusal instanceof InvalidInput invalid) {
                missed.addAll(invalid.violations());
            }
            return missed;
        });
        missed.removeIf(one -> one.code().equals(InputValidator.REQUIRED) && faults.explain(one.path()));
        return missed;
    }

    private void document(String field) {
        switch (field) {
            case "v" -> version = OptionalInt.of(shape.number(CallTreeJson.VERSION));
            case "name" -> name = shape.text();
            case "root" -> root = shape.text();
            case "menus" -> shape.object(menu -> menus.put(menu, new MenuFields().read()));
            default -> shape.unknown();
        }
    }

    private Optional<DestinationDraft> destination() {
        List<DestinationDraft> found = new ArrayList<>();
        int before = faults.count();
        shape.object(field ->
                kind(field).ifPresentOrElse(kind -> destination(kind).ifPresent(found::add), shape::unknown));
        if (found.size() != 1 && faults.count() == before) {
            faults.add(Code.WRONG_SHAPE, ONE_DESTINATION);
        }
        return found.stream().findFirst();
    }

    private Optional<DestinationDraft> destination(DestinationDraft.Kind kind) {
        if (kind == DestinationDraft.Kind.HANG_UP) {
            return shape.yes() ? Optional.of(Destination.hangUp()) : Optional.empty();
        }
        return Optional.ofNullable(shape.text()).map(value -> new DestinationDraft(kind, value));
    }

    private static Optional<DestinationDraft.Kind> kind(String field) {
        return Arrays.stream(DestinationDraft.Kind.values())
                .filter(kind -> kind.json().equals(field))
                .findFirst();
    }

    /** The fields of one menu, as far as they have been read. */
    private final class MenuFields {

        private final MenuDraft unlessTold = Menu.saying(null);
        private final Map<String, DestinationDraft> keys = new LinkedHashMap<>();
        private @Nullable String say;
        private @Nullable String play;
        private @Nullable DestinationDraft onTimeout;
        private @Nullable DestinationDraft onInvalid;
        private int tries = unlessTold.tries();
        private int timeoutSeconds = unlessTold.timeoutSeconds();

        MenuDraft read() {
            shape.object(this::field);
            return new MenuDraft(say, play, keys, onTimeout, onInvalid, tries, timeoutSeconds);
        }

        private void field(String field) {
            switch (field) {
                case "greeting" -> shape.object(this::greeting);
                case "keys" -> shape.object(key -> destination().ifPresent(there -> keys.put(key, there)));
                case "onTimeout" -> onTimeout = destination().orElse(null);
                case "onInvalid" -> onInvalid = destination().orElse(null);
                case "tries" -> tries = shape.number(tries);
                case "timeoutSeconds" -> timeoutSeconds = shape.number(timeoutSeconds);
                default -> shape.unknown();
            }
        }

        private void greeting(String field) {
            switch (field) {
                case "say" -> say = shape.text();
                case "play" -> play = shape.text();
                default -> shape.unknown();
            }
        }
    }
}
