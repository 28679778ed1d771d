package com.phoneunite.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.AccountId;
import com.phoneunite.membership.Extension;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.telephony.DestinationDraft.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

    private static final Extension EXTENSION = new Extension("101");
    private static final CallTreeId TREE = new CallTreeId(new UUID(1, 1));
    private static final ResourceRef BOX = new ResourceRef("mailbox", "7:1");
    private static final PhoneNumber NUMBER = new PhoneNumber("+12025550123");
    private static final MenuName MENU = new MenuName("main");

    /** One of each. */
    static List<Destination> destinations() {
        return List.of(
                new Destination.ToExtension(EXTENSION),
                new Destination.ToVoicemail(EXTENSION),
                new Destination.ToMenu(MENU),
                new Destination.ToCallTree(TREE),
                new Destination.ToPhoneNumber(NUMBER),
                new Destination.ToResource(BOX),
                new Destination.HangUp());
    }

    private static List<String> faults(DestinationDraft draft) {
        List<String> codes = new ArrayList<>();
        new DestinationDraft.Rule().check(draft, (code, message) -> codes.add(code));
        return codes;
    }

    private static List<String> routeFaults(DestinationDraft draft) {
        List<String> codes = new ArrayList<>();
        new DestinationDraft.RouteRule().check(draft, (code, message) -> codes.add(code));
        return codes;
    }

    @Test
    void T3_theFactoriesMakeEveryKind() {
        List<DestinationDraft> drafts = List.of(
                Destination.extension("101"),
                Destination.voicemail("101"),
                Destination.menu("main"),
                Destination.callTree(TREE),
                Destination.phoneNumber("+1 (202) 555-0123"),
                Destination.resource(BOX),
                Destination.hangUp());
        assertThat(drafts)
                .extracting(DestinationDraft::kind)
                .containsExactly(
                        Kind.EXTENSION,
                        Kind.VOICEMAIL,
                        Kind.MENU,
                        Kind.CALL_TREE,
                        Kind.PHONE_NUMBER,
                        Kind.RESOURCE,
                        Kind.HANG_UP)
                .hasSameSizeAs(Kind.values());
        assertThat(drafts).extracting(DestinationDraft::parse).containsExactlyElementsOf(destinations());
        assertThat(Kind.values()).extracting(Kind::json).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("destinations")
    void T3_aDestinationIsEnteredAgainAsItIs(Destination destination) {
        assertThat(destination.draft().parse()).isEqualTo(destination);
        assertThat(faults(destination.draft())).isEmpty();
        assertThat(destination.<String>fold(new Names()))
                .isEqualTo(destination.draft().kind().json());
    }

    @Test
    void I3_aDestinationRefersToWhatIsOfTheOrganization() {
        assertThat(destinations())
                .extracting(Destination::refersTo)
                .containsExactly(
                        Optional.of(ResourceRef.extension(EXTENSION)),
                        Optional.of(ResourceRef.extension(EXTENSION)),
                        Optional.empty(),
                        Optional.of(TREE.ref()),
                        Optional.empty(),
                        Optional.of(BOX),
                        Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void X4_whatIsMissingOrHostileIsNoDestination(Kind kind) {
        assertThat(faults(new DestinationDraft(kind, null))).containsExactly("REQUIRED");
        for (String hostile : List.of(
                " ",
                "null",
                "101 ",
                "\n101",
                "１０１",
                "main.x",
                "0190B1A0-0000-7000-8000-00000000DEAD",
                "1-1-1-1-1",
                "mailbox",
                "mailbox:",
                ":7",
                "Mailbox:7",
                "mail box:7",
                "mailbox:7 8",
                "extension:101",
                "call_tree:" + TREE,
                "mailbox:" + "7".repeat(65),
                "x".repeat(100_000))) {
            DestinationDraft draft = new DestinationDraft(kind, hostile);
            assertThat(faults(draft).isEmpty())
                    .as(kind + " " + hostile.strip())
                    .isEqualTo(kind == Kind.MENU
                            && List.of("null", "mailbox", "1-1-1-1-1", "0190B1A0-0000-7000-8000-00000000DEAD")
                                    .contains(hostile));
            if (!faults(draft).isEmpty()) {
                assertThatThrownBy(draft::parse).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void T3_aResourceIsAThingOfTheHosts() {
        for (String ours : List.of(
                "extension:101",
                "sound:" + new UUID(1, 2),
                "call_tree:" + TREE,
                "phone_number:+12025550123",
                "invitation:1",
                "administration:1")) {
            assertThat(faults(new DestinationDraft(Kind.RESOURCE, ours))).containsExactly("NOT_A_RESOURCE");
            assertThatThrownBy(() -> new Destination.ToResource(ResourceRef.parse(ours)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void T1_aNumberIsRoutedToSomethingOfTheOrganization(Kind kind) {
        boolean ofTheOrganization = switch (kind) {
            case EXTENSION, VOICEMAIL, CALL_TREE, RESOURCE -> true;
            case MENU, PHONE_NUMBER, HANG_UP -> false;
        };
        DestinationDraft draft = destinations().stream()
                .map(Destination::draft)
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow();
        assertThat(routeFaults(draft)).isEqualTo(ofTheOrganization ? List.of() : List.of("NOT_OF_THE_ORGANIZATION"));
        assertThat(routeFaults(new DestinationDraft(kind, null)))
                .containsExactly(ofTheOrganization ? "REQUIRED" : "NOT_OF_THE_ORGANIZATION");
        HeldPhoneNumber held = held(Optional.empty());
        if (ofTheOrganization) {
            HeldPhoneNumber routed = held.leadingTo(Optional.of(draft.parse()));
            assertThat(routed).isEqualTo(held(Optional.of(draft.parse())));
            assertThat(routed.leadingTo(Optional.empty())).isEqualTo(held);
            assertThat(routed.ref()).isEqualTo(new ResourceRef("phone_number", NUMBER.value()));
        } else {
            assertThatThrownBy(() -> held.leadingTo(Optional.of(draft.parse())))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "A", "0", "-", "_", "Main-Menu_2", "1234567890123456789012345678901234567890"})
    void T3_aMenuNameIsLettersDigitsUnderscoresAndDashes(String name) {
        assertThat(new MenuName(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a b", "a.b", "a/b", "ä", "a\n", "\u202Ea", "12345678901234567890123456789012345678901"
            })
    void T3_nothingElseIsAMenuName(String name) {
        assertThatThrownBy(() -> new MenuName(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void T3_menuNamesAreInOrder() {
        List<MenuName> names = new ArrayList<>(Arrays.asList(new MenuName("b"), new MenuName("B"), new MenuName("a")));
        names.sort(null);
        assertThat(names).extracting(MenuName::value).containsExactly("B", "a", "b");
    }

    private static HeldPhoneNumber held(Optional<Destination> destination) {
        return new HeldPhoneNumber(
                new AccountId(new UUID(1, 1)), new OrganizationId(new UUID(1, 2)), NUMBER, Instant.EPOCH, destination);
    }

    /** Each case by its name in JSON. */
    private static final class Names implements Destination.Cases<String> {
        @Override
        public String extension(Extension extension) {
            return "extension";
        }

        @Override
        public String voicemail(Extension extension) {
            return "voicemail";
        }

        @Override
        public String menu(MenuName menu) {
            return "menu";
        }

        @Override
        public String callTree(CallTreeId callTree) {
            return "callTree";
        }

        @Override
        public String phoneNumber(PhoneNumber number) {
            return "phoneNumber";
        }

        @Override
        public String resource(ResourceRef resource) {
            return "resource";
        }

        @Override
        public String hangUp() {
            return "hangUp";
        }
    }
}
