package com.phoneunite.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.phoneunite.RefusedException;
import com.phoneunite.input.DisplayName;
import com.phoneunite.refusal.InvalidInput;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.CallTreeDraft;
import com.phoneunite.telephony.CallTreeId;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.Greeting;
import com.phoneunite.telephony.Menu;
import com.phoneunite.telephony.MenuName;
import com.phoneunite.telephony.SoundId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules T3 and X4: the document of a call tree, and what is said of one that is wrong. */
class CallTreeJsonTest {

    private static final String MENU =
            "{'greeting':{'say':'Hello.'},'onTimeout':{'hangUp':true},'onInvalid':{'hangUp':true}}";

    @Test
    void T3_aCallTreeThatAnEarlierReleaseWroteIsReadAsItWas() throws IOException {
        CallTree tree = RefusedException.granted(everything().parse());
        assertThat(RefusedException.granted(CallTreeJson.read(golden()).parse()))
                .isEqualTo(tree);
        assertThat(CallTreeJson.write(tree)).isEqualTo(golden());
    }

    @Test
    void T3_whatIsLeftOutIsAsInAMenuThatIsNotToldOtherwise() {
        assertThat(CallTreeJson.read(json("{'v':1,'name':'Main','menus':{'a':" + MENU + "}}")))
                .isEqualTo(
                        CallTree.named("Main").menu("a", Menu.saying("Hello.").otherwise(Destination.hangUp())));
    }

    @Test
    void T3_theLargestCallTreeCanBeReadAgain() {
        String id = "\"".repeat(ResourceRef.MAX_ID_LENGTH);
        Destination longest = new Destination.ToResource(new ResourceRef("t".repeat(40), id));
        TreeMap<Character, Destination> keys = "0123456789*#"
                .chars()
                .boxed()
                .collect(Collectors.toMap(key -> (char) key.intValue(), key -> longest, (a, b) -> a, TreeMap::new));
        Greeting greeting = new Greeting.Spoken("\"".repeat(Greeting.Spoken.MAX_CODE_POINTS));
        Menu menu = new Menu(greeting, keys, longest, longest, Menu.MAX_TRIES, Menu.MAX_TIMEOUT_SECONDS);
        Map<MenuName, Menu> menus = new LinkedHashMap<>();
        IntStream.range(0, CallTree.MAX_MENUS).forEach(n -> menus.put(new MenuName(String.format("%040d", n)), menu));
        DisplayName name = new DisplayName("\"".repeat(DisplayName.MAX_CODE_POINTS));
        CallTree largest = new CallTree(name, menus.keySet().iterator().next(), menus);

        assertThat(Reading.of(CallTreeJson.write(largest))).contains(largest);
    }

    @Test
    void X4_everyFaultIsNamedAtOnceWithItsPath() {
        assertThat(faults("""
                {'v':1,'nam':'Main','root':7,'menus':{
                  'a':{'greeting':{'say':['Hello']},'keys':{
                        '1':{'extension':101},'2':{},'3':{'menu':'b','hangUp':true},'4':{'hangUp':false},
                        '5':{'extention':'101'},'6':'101','7':{'extension':'x'},'A':{'hangUp':true},
                        '8':{'menu':'b'},'8':{'menu':'a'}},
                       'onTimeout':null,'onInvalid':{'phoneNumber':'911'},'tries':2.0,'timeoutSeconds':99999999999},
                  'b':[],
                  'c':{}}}"""))
                .containsExactly(
                        "menus.a.greeting.say WRONG_SHAPE",
                        "menus.a.keys NOT_A_KEY",
                        "menus.a.keys.1.extension WRONG_SHAPE",
                        "menus.a.keys.2 WRONG_SHAPE",
                        "menus.a.keys.3 WRONG_SHAPE",
                        "menus.a.keys.4.hangUp WRONG_SHAPE",
                        "menus.a.keys.5.extention UNKNOWN_FIELD",
                        "menus.a.keys.6 WRONG_SHAPE",
                        "menus.a.keys.7 NOT_AN_EXTENSION",
                        "menus.a.keys.8 DUPLICATE_FIELD",
                        "menus.a.onInvalid NOT_A_PHONE_NUMBER",
                        "menus.a.onTimeout WRONG_SHAPE",
                        "menus.a.timeoutSeconds OUT_OF_RANGE",
                        "menus.a.tries WRONG_SHAPE",
                        "menus.b WRONG_SHAPE",
                        "menus.c.greeting REQUIRED",
                        "menus.c.onInvalid REQUIRED",
                        "menus.c.onTimeout REQUIRED",
                        "nam UNKNOWN_FIELD",
                        "name REQUIRED",
                        "root WRONG_SHAPE");
    }

    @Test
    void X4_aGreetingIsATextOrASound() {
        assertThat(
                        faults(
                                "{'v':1,'name':'M','menus':{'a':{'greeting':{'say':'Hi','play':"
                                        + "'0190b1a0-0000-7000-8000-000000000001'},'onTimeout':{'hangUp':true},'onInvalid':{'hangUp':true}}}}"))
                .containsExactly("menus.a.greeting TWO_GREETINGS");
        assertThat(faults("{'v':1,'name':'M','menus':{'a':{'greeting':{},"
                        + "'onTimeout':{'hangUp':true},'onInvalid':{'hangUp':true}}}}"))
                .containsExactly("menus.a.greeting REQUIRED");
    }

    @Test
    void X4_ofAnotherVersionNothingElseIsSaid() {
        assertThat(faults("{'name':[],'more':1,'v':2}")).containsExactly("v UNKNOWN_VERSION");
        assertThat(faults("{'v':99999999999999999999,'name':[]}")).containsExactly("v UNKNOWN_VERSION");
        assertThat(faults("{'v':'1'}")).containsExactly("menus REQUIRED", "name REQUIRED", "v WRONG_SHAPE");
        assertThat(faults("{}")).containsExactly("menus REQUIRED", "name REQUIRED", "v REQUIRED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'v':1,'name':'M','menus':{'a':",
                "{'v':1,'name':'M',}",
                "{v:1}",
                "{'v':01}",
                "{'v':1} {}",
                "{'v':1}]",
                "{'v':NaN}",
                "{'v':1,/* no */'name':'M'}",
                "{'v':1,'name':'a\tb'}",
                "{'v':+1}"
            })
    void X4_whatIsNotJsonToItsEndIsRefused(String document) {
        assertThat(faults(document)).anyMatch(fault -> fault.endsWith(" NOT_JSON"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[]", "'text'", "7", "null", "1e999999999"})
    void X4_whatIsNoObjectIsRefused(String document) {
        assertThat(faults(document)).containsExactly(" WRONG_SHAPE");
    }

    @Test
    void X4_aDocumentMustBeGivenAndIsLimited() {
        assertThat(refusal(null).violations()).extracting("code").containsExactly("REQUIRED");
        String longest = " ".repeat(CallTreeJson.MAX_LENGTH - 2);
        assertThat(faults(longest + "{}")).doesNotContain(" TOO_LONG");
        assertThat(faults(longest + " {}")).containsExactly(" TOO_LONG");
    }

    @Test
    void X4_depthIsLimitedWhereverItIs() {
        String deep = "[".repeat(100_000);
        assertThat(faults(deep)).containsExactly(" TOO_DEEP", " WRONG_SHAPE");
        assertThat(faults("{'v':1,'x':" + deep)).containsExactly("x TOO_DEEP", "x UNKNOWN_FIELD");
        assertThat(faults("{'v':1,'menus':{'a':{'keys':" + "{'1':".repeat(100_000)))
                .contains("menus.a.keys.1.1 TOO_DEEP");
        assertThat(faults("{'x':" + "[".repeat(CallTreeJson.MAX_DEPTH - 1) + "]".repeat(CallTreeJson.MAX_DEPTH - 1)
                        + "}"))
                .contains("x UNKNOWN_FIELD")
                .doesNotContain("x TOO_DEEP");
        assertThat(faults("{'x':" + "[".repeat(CallTreeJson.MAX_DEPTH) + "]".repeat(CallTreeJson.MAX_DEPTH) + "}"))
                .contains("x TOO_DEEP");
    }

    @Test
    void X4_numbersOfAnySizeAreHarmless() {
        for (String number : List.of(
                "1e999999999", "-1e999999999", "1e-999999999", "9".repeat(500_000), "0." + "1".repeat(400_000))) {
            assertThat(faults(
                            "{'v':1,'name':'M','menus':{'a':" + MENU.replace("}}", "},'tries':" + number + "}") + "}}"))
                    .hasSize(1)
                    .allMatch(fault -> fault.startsWith("menus.a.tries "));
        }
    }

    @Test
    void X4_aPathRepeatsNothingButPrintableNames() {
        assertThat(faults("{'v':1,'name':'M','menus':{'a':" + MENU + "},'<b>\\u0000\\n.':1,'" + "x".repeat(10_000)
                        + "':1,'':1}"))
                .containsExactly(
                        "'' UNKNOWN_FIELD",
                        "\\u003cb\\u003e\\u0000\\u000a\\u002e UNKNOWN_FIELD",
                        "x".repeat(40) + "~ UNKNOWN_FIELD");
    }

    @Test
    void X4_aThousandFaultsAreNamedAndNoMore() {
        String unknown =
                IntStream.range(0, 50_000).mapToObj(n -> "'" + n + "':1").collect(Collectors.joining(","));
        assertThat(faults("{'v':1,'name':'M','menus':{'a':" + MENU + "}," + unknown + "}"))
                .hasSize(ShapeFaults.MAX_NAMED + 1)
                .contains(" TOO_MANY_FAULTS");
        String keys = IntStream.range(100, 20_000)
                .mapToObj(n -> "'" + n + "':{'hangUp':true}")
                .collect(Collectors.joining(","));
        assertThat(faults("{'v':1,'name':'M','menus':{'a':{'greeting':{'say':'Hi'},'keys':{" + keys
                        + "},'onTimeout':{'hangUp':true},'onInvalid':{'hangUp':true}}}}"))
                .containsExactly("menus.a.keys NOT_A_KEY");
    }

    private static CallTreeDraft everything() {
        return CallTree.named("Main “1”")
                .menu(
                        "hours",
                        Menu.playing(SoundId.parse("0190b1a0-0000-7000-8000-000000000001"))
                                .otherwise(Destination.menu("welcome"))
                                .tries(1)
                                .timeoutSeconds(60))
                .menu(
                        "welcome",
                        Menu.saying("Welcome.\n\"Press\" a key / \\ 日 😀")
                                .on('1', Destination.extension("101"))
                                .on('2', Destination.menu("hours"))
                                .on('3', Destination.callTree(CallTreeId.parse("0190b1a0-0000-7000-8000-000000000002")))
                                .on('4', Destination.voicemail("101"))
                                .on('5', Destination.phoneNumber("+12025550123"))
                                .on(
                                        '6',
                                        Destination.resource(
                                                new ResourceRef("ring_group", "0190b1a0-0000-7000-8000-000000000003")))
                                .on('9', Destination.hangUp())
                                .on('*', Destination.menu("welcome"))
                                .on('#', Destination.hangUp())
                                .onTimeout(Destination.voicemail("101"))
                                .onInvalid(Destination.hangUp()))
                .beginningWith("welcome");
    }

    private static String golden() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(CallTreeJsonTest.class.getResourceAsStream("call-tree-v1.json"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private static List<String> faults(String document) {
        Reading.of(json(document));
        return refusal(json(document)).violations().stream()
                .map(violation -> violation.path() + " " + violation.code())
                .toList();
    }

    private static InvalidInput refusal(String document) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> CallTreeJson.read(document));
        assertThat(refused).as("a refusal").isNotNull();
        return (InvalidInput) refused.refusal();
    }

    /** Documents stand in tests with other quotation marks. */
    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
