package com.phoneunite.telephony;

import com.phoneunite.membership.Extension;
import com.phoneunite.refusal.Refusal;
import com.phoneunite.refusal.Violation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the rules of telephony refuse. */
public sealed interface TelephonyRefusal extends Refusal {

    /**
     * Rule M3: a member of the organization has this extension.
     *
     * @param extension the extension
     */
    record ExtensionTaken(Extension extension) implements TelephonyRefusal {
        @Override
        public String code() {
            return "EXTENSION_TAKEN";
        }

        @Override
        public String rule() {
            return "M3";
        }

        @Override
        public String message() {
            return "a member of the organization has extension " + extension;
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("extension", extension.value());
        }
    }

    /**
     * Rule T2: one extension would be the beginning of another one.
     *
     * @param extension the extension
     * @param other the one in use that it is ambiguous with
     */
    record ExtensionAmbiguous(Extension extension, Extension other) implements TelephonyRefusal {
        @Override
        public String code() {
            return "EXTENSION_AMBIGUOUS";
        }

        @Override
        public String rule() {
            return "T2";
        }

        @Override
        public String message() {
            return "extension " + extension + " cannot be told from extension " + other + " while it is dialled";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("extension", extension.value(), "other", other.value());
        }
    }

    /**
     * Rule T2: the extension gets in the way of an emergency number, or of what the host reserves.
     *
     * @param extension the extension
     */
    record ExtensionReserved(Extension extension) implements TelephonyRefusal {
        @Override
        public String code() {
            return "EXTENSION_RESERVED";
        }

        @Override
        public String rule() {
            return "T2";
        }

        @Override
        public String message() {
            return "extension " + extension + " gets in the way of an emergency number or of a reserved one";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("extension", extension.value());
        }
    }

    /** Rule T1: somebody holds the phone number. Who, is not told. */
    record PhoneNumberNotAvailable() implements TelephonyRefusal {
        @Override
        public String code() {
            return "PHONE_NUMBER_NOT_AVAILABLE";
        }

        @Override
        public String rule() {
            return "T1";
        }

        @Override
        public String message() {
            return "the phone number is not available";
        }
    }

    /** Rules T1 and I2: the organization does not hold the phone number. */
    record PhoneNumberNotFound() implements TelephonyRefusal {
        @Override
        public String code() {
            return "PHONE_NUMBER_NOT_FOUND";
        }

        @Override
        public String rule() {
            return "T1";
        }

        @Override
        public String message() {
            return "the organization does not hold this phone number";
        }
    }

    /**
     * Rule X5: the organization holds as many phone numbers as it can.
     *
     * @param limit how many that is
     */
    record PhoneNumberLimitReached(int limit) implements TelephonyRefusal {
        @Override
        public String code() {
            return "PHONE_NUMBER_LIMIT_REACHED";
        }

        @Override
        public String rule() {
            return "X5";
        }

        @Override
        public String message() {
            return "an organization can hold " + limit + " phone numbers";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("limit", limit);
        }
    }

    /**
     * Rule T3: the call tree would not lead every call somewhere.
     *
     * @param faults what is wrong, each with the path to where it is
     */
    record CallTreeNotValid(List<Violation> faults) implements TelephonyRefusal {

        public CallTreeNotValid {
            faults = List.copyOf(faults);
        }

        @Override
        public String code() {
            return "CALL_TREE_NOT_VALID";
        }

        @Override
        public String rule() {
            return "T3";
        }

        @Override
        public String message() {
            return faults.stream()
                    .map(fault -> fault.path() + ": " + fault.message() + " (" + fault.code() + ")")
                    .collect(Collectors.joining("; ", "the call tree does not lead every call somewhere: ", ""));
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("faults", faults);
        }
    }

    /**
     * Rules T1 and I2: the organization has nothing there that a call could be led to.
     *
     * @param kind what kind of destination
     */
    record DestinationNotFound(DestinationDraft.Kind kind) implements TelephonyRefusal {
        @Override
        public String code() {
            return "DESTINATION_NOT_FOUND";
        }

        @Override
        public String rule() {
            return "T1";
        }

        @Override
        public String message() {
            return "the organization has no such destination";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("kind", kind);
        }
    }
}
