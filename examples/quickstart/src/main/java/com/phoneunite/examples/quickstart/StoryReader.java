package com.phoneunite.examples.quickstart;

import com.phoneunite.OpenAccount;
import com.phoneunite.account.TimeZones;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.organization.Trial;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import tools.jackson.databind.JsonNode;

/** Reads a story and judges it as a whole, before anything of it happens. Not thread-safe. */
final class StoryReader {

    private static final int MAX_PLANS = 100;
    private static final int MAX_ACCOUNTS = 100;
    private static final int MAX_EVENTS = 1_000;

    private final Problems problems = new Problems();
    private final Set<String> plans = new HashSet<>();
    private final Map<String, Set<String>> organizations = new HashMap<>();
    private final DeedReader deeds = new DeedReader(plans);

    private StoryReader() {}

    /**
     * The story in a JSON text.
     *
     * @param file what to call it
     * @throws StoryRejected naming everything that is wrong with it
     */
    static Story read(String file, String json) throws StoryRejected {
        JsonNode root = StoryJson.parse(file, json);
        StoryReader reader = new StoryReader();
        Optional<Story> story = reader.read(root, digest(json));
        if (story.isPresent() && reader.problems.isEmpty()) {
            return story.get();
        }
        throw new StoryRejected(reader.problems.told(file, StoryJson.places(json)));
    }

    private Optional<Story> read(JsonNode root, String digest) {
        if (!root.isObject()) {
            problems.add("", "must be an object");
            return Optional.empty();
        }
        Fields fields = new Fields(problems, "", root);
        if (fields.required("v").filter(v -> !v.isInt() || v.intValue() != 1).isPresent()) {
            fields.wrong("v", "must be 1");
        }
        Trial trial = trial(fields);
        List<BillingPlan> allPlans = new ArrayList<>();
        fields.list("plans", 1, MAX_PLANS).forEach(plan -> plan(plan).ifPresent(allPlans::add));
        List<Story.Opening> accounts = new ArrayList<>();
        fields.list("accounts", 1, MAX_ACCOUNTS).forEach(account -> accounts.add(account(account)));
        Calendar calendar = Calendar.of(fields, zone(accounts));
        List<Story.Step> events = new ArrayList<>();
        fields.list("events", 0, MAX_EVENTS).forEach(event -> events.add(event(event, calendar)));
        fields.nothingElse();
        return Optional.of(new Story(digest, calendar.starts(), calendar.ends(), trial, allPlans, accounts, events));
    }

    private static String digest(String json) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Trial trial(Fields story) {
        Optional<Integer> days = story.optionalInteger("trialDays");
        try {
            return days.map(Trial::new).orElse(Trial.STANDARD);
        } catch (IllegalArgumentException e) {
            story.wrong("trialDays", "must be 1 to " + Trial.MAX_DAYS);
            return Trial.STANDARD;
        }
    }

    private Optional<BillingPlan> plan(Fields plan) {
        Optional<BillingPlan.Named> named =
                plan.as(BillingPlan::named, "name", "1 to 64 lower-case letters, digits, dots, dashes or underscores");
        Optional<Money> monthly = plan.as(Money::parse, "monthly", DeedReader.AN_AMOUNT);
        Optional<Money> perExtension = plan.optionalAs(Money::parse, "perExtension", DeedReader.AN_AMOUNT);
        Optional<Money> perPhoneNumber = plan.optionalAs(Money::parse, "perPhoneNumber", DeedReader.AN_AMOUNT);
        plan.nothingElse();
        if (named.isEmpty()) {
            return Optional.empty();
        }
        if (!plans.add(named.get().name().value())) {
            plan.wrong("name", "must not be the name of an earlier plan");
        }
        return monthly.flatMap(price -> {
            try {
                BillingPlan priced = named.get().monthly(price);
                priced = perExtension.isPresent() ? priced.perExtension(perExtension.get()) : priced;
                return Optional.of(perPhoneNumber.isPresent() ? priced.perPhoneNumber(perPhoneNumber.get()) : priced);
            } catch (IllegalArgumentException e) {
                problems.add(plan.path(), "is no plan: " + e.getMessage());
                return Optional.empty();
            }
        });
    }

    private Story.Opening account(Fields account) {
        String id = account.text("id").orElse("");
        OpenAccount request = OpenAccount.named(account.text("name").orElse(null))
                .owner(account.text("owner").orElse(null))
                .in(
                        account.text("country").orElse(null),
                        account.text("timeZone").orElse(null),
                        account.text("currency").orElse(null))
                .on(account.text("plan").orElse(null));
        account.judge(request, field -> "ownerEmail".equals(field) ? "owner" : field);
        if (request.plan() != null) {
            deeds.knownPlan(account, request.plan());
        }
        Set<String> names = new HashSet<>();
        names.add(String.valueOf(request.name()));
        if (organizations.putIfAbsent(id, names) != null) {
            account.wrong("id", "must not be the id of an earlier account");
        }
        account.nothingElse();
        return new Story.Opening(id, request);
    }

    private Story.Step event(Fields event, Calendar calendar) {
        Optional<String> account = event.text("account");
        if (account.isPresent() && !organizations.containsKey(account.get())) {
            event.wrong("account", "must be the id of an account of the story");
        }
        Optional<String> say = event.optionalText("say");
        Optional<String> expect = event.optionalText("expect");
        return new Story.Step(
                event.path(),
                calendar.next(event),
                account.orElse(""),
                deeds.read(event, account.map(organizations::get)),
                say,
                expect);
    }

    /** The days of a story are those of its first account. */
    private static ZoneId zone(List<Story.Opening> accounts) {
        try {
            return TimeZones.of(String.valueOf(accounts.get(0).request().timeZone()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return ZoneOffset.UTC;
        }
    }
}
