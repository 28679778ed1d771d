package proofs.report;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One run of a test, as a module wrote it down.
 *
 * @param tries how often it checked what it claims: once, or, where it is a property, as often as that was checked
 */
record Execution(String module, String type, String method, Result result, long tries, long nanos) {
    private static final Pattern IDS = Pattern.compile("((?:[A-Z]\\d{1,2}_)+).*");

    static Execution read(String module, String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != 5) {
            throw new IllegalArgumentException(module + " wrote what is no execution: " + line);
        }
        return new Execution(
                module,
                fields[0],
                fields[1],
                Result.valueOf(fields[2].toUpperCase(Locale.ROOT)),
                Long.parseLong(fields[3]),
                Long.parseLong(fields[4]));
    }

    /** The rules that its name begins with; {@code B4_B5_aPeriod…} proves both. */
    List<String> rules() {
        Matcher ids = IDS.matcher(method);
        return ids.matches() ? List.of(ids.group(1).split("_")) : List.of();
    }

    String name() {
        return type + "#" + method;
    }
}
