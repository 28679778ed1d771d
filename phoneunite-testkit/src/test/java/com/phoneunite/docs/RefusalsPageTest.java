package com.phoneunite.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.AccountRefusal;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.billing.cycle.CycleRefusal;
import com.phoneunite.billing.ledger.LedgerRefusal;
import com.phoneunite.billing.plan.PlanRefusal;
import com.phoneunite.billing.recharge.RechargeRefusal;
import com.phoneunite.membership.Extension;
import com.phoneunite.membership.MembershipRefusal;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationRefusal;
import com.phoneunite.organization.PlanName;
import com.phoneunite.refusal.InvalidInput;
import com.phoneunite.refusal.Refusal;
import com.phoneunite.refusal.Violation;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.resource.ResourceRefusal;
import com.phoneunite.resource.ResourceUse;
import com.phoneunite.telephony.TelephonyRefusal;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/**
 * docs/refusals.md is drawn up from the code. After a change of a refusal, run this test with
 * {@code -Dphoneunite.docs.write=true} and commit the page.
 */
class RefusalsPageTest {
    private static final List<Class<? extends Refusal>> FEATURES = List.of(
            AccountRefusal.class,
            OrganizationRefusal.class,
            MembershipRefusal.class,
            ResourceRefusal.class,
            TelephonyRefusal.class,
            LedgerRefusal.class,
            PlanRefusal.class,
            CycleRefusal.class,
            RechargeRefusal.class);
    private static final Map<Type, Object> SAMPLES = Map.ofEntries(
            Map.entry(Money.class, Money.parse("USD 8.01")),
            Map.entry(CurrencyUnit.class, CurrencyUnit.USD),
            Map.entry(IdempotencyKey.class, new IdempotencyKey("first")),
            Map.entry(PlanName.class, new PlanName("standard")),
            Map.entry(
                    OrganizationId.class, new OrganizationId(new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0001L))),
            Map.entry(String.class, "call-42"),
            Map.entry(int.class, 10_000),
            Map.entry(long.class, 100_000_000_000_000_000L),
            Map.entry(Extension.class, new Extension("101")),
            Map.entry(ResourceRef.class, new ResourceRef("extension", "101")),
            Map.entry(
                    ResourceUse.class,
                    new ResourceUse(new ResourceRef("phone_number", "+12025550123"), "+12025550123")),
            Map.entry(Violation.class, new Violation("name", "BLANK", "must not be blank")));

    /** Where a type has several samples: what a component of that name stands for. */
    private static final Map<String, Object> BY_NAME = Map.of("given", CurrencyUnit.EUR, "type", "sound");

    private static final String HEAD = """
            # The refusals

            <!-- Drawn up from the code by RefusalsPageTest, which also checks it. Do not edit by hand. -->

            Every answer by which a rule says no. A host gets it as `com.phoneunite.RefusedException`, whose `refusal()` has
            the code, the id of the rule ([rulebook](rules.md)), a sentence, and the facts to act on, by name. Codes are
            never renamed and never used for another meaning; sentences may change. Where a sentence names an amount or a
            number, it is an example, and the limits are in the rulebook.

            | Code | Rule | Sentence | Facts | Type |
            |---|---|---|---|---|
            """;

    private final Reactor reactor = Reactor.find();

    @Test
    void thePageTellsWhatTheCodeSays() throws IOException {
        Path page = reactor.root().resolve("docs/refusals.md");
        if (Boolean.getBoolean("phoneunite.docs.write")) {
            Files.writeString(page, rendered());
        }
        assertThat(page)
                .as("run this test with -Dphoneunite.docs.write=true and commit docs/refusals.md")
                .hasContent(rendered());
    }

    @Test
    void noTwoRefusalsShareACode() {
        assertThat(refusals().map(Refusal::code)).doesNotHaveDuplicates();
    }

    @Test
    void everyCodeIsUpperCaseWithUnderscores() {
        assertThat(refusals().map(Refusal::code)).allMatch(code -> code.matches("[A-Z]+(_[A-Z]+)*"));
    }

    @Test
    void everyRefusalNamesARuleOfTheRulebook() {
        assertThat(Rulebook.read(reactor).rules().keySet())
                .containsAll(refusals().map(Refusal::rule).toList());
    }

    @Test
    void everyRefusalOfTheCodeIsOnThePage() {
        JavaClasses all = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("com.phoneunite");
        List<String> inTheCode = all.stream()
                .filter(type -> !type.isInterface() && type.isAssignableTo(Refusal.class))
                .map(JavaClass::getName)
                .toList();
        assertThat(refusals().map(refusal -> refusal.getClass().getName()))
                .as("what the sealed interfaces of the features permit, and INVALID_INPUT")
                .containsExactlyInAnyOrderElementsOf(inTheCode);
    }

    private static Stream<Refusal> refusals() {
        Stream<Class<?>> ofFeatures =
                FEATURES.stream().flatMap(feature -> Arrays.stream(feature.getPermittedSubclasses()));
        return Stream.concat(ofFeatures, Stream.of(InvalidInput.class)).map(RefusalsPageTest::sample);
    }

    private static String rendered() {
        return refusals()
                .sorted(Comparator.comparing(Refusal::code))
                .map(RefusalsPageTest::row)
                .collect(Collectors.joining("\n", HEAD, "\n"));
    }

    private static String row(Refusal refusal) {
        String rule = refusal.rule();
        return "| `" + refusal.code() + "` | [" + rule + "](rules.md#" + rule.toLowerCase(Locale.ROOT) + ") | "
                + refusal.message() + " | " + facts(refusal) + " | `"
                + refusal.getClass().getName().replace('$', '.') + "` |";
    }

    private static String facts(Refusal refusal) {
        return new TreeMap<>(refusal.facts())
                .entrySet().stream()
                        .map(fact -> "`" + fact.getKey() + "`: " + typeOf(fact.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static String typeOf(Object fact) {
        return fact instanceof List<?> list
                ? "list of " + list.get(0).getClass().getSimpleName()
                : fact.getClass().getSimpleName();
    }

    private static Refusal sample(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values =
                Arrays.stream(components).map(RefusalsPageTest::valueOf).toArray();
        try {
            return (Refusal) type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + type, e);
        }
    }

    private static Object valueOf(RecordComponent component) {
        Object named = BY_NAME.get(component.getName());
        if (named != null) {
            return named;
        }
        return component.getGenericType() instanceof ParameterizedType list
                ? List.of(sampleOf(list.getActualTypeArguments()[0]))
                : sampleOf(component.getType());
    }

    private static Object sampleOf(Type type) {
        Object sample = type instanceof Class<?> one && one.isEnum() ? one.getEnumConstants()[0] : SAMPLES.get(type);
        if (sample == null) {
            throw new IllegalStateException("give SAMPLES a value of " + type);
        }
        return sample;
    }
}
