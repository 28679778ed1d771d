package com.phoneunite;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.AccountRepository;
import com.phoneunite.membership.AdministrationRepository;
import com.phoneunite.membership.InvitationRepository;
import com.phoneunite.membership.MembershipRepository;
import com.phoneunite.membership.UserRepository;
import com.phoneunite.organization.HoldingRepository;
import com.phoneunite.organization.OrganizationBilling;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationRepository;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.refusal.InvalidInput;
import com.phoneunite.refusal.Violation;
import com.phoneunite.resource.OwnedRepository;
import com.phoneunite.resource.ReferenceRepository;
import com.phoneunite.resource.StoredResource;
import com.phoneunite.store.Outbox;
import com.phoneunite.store.Store;
import com.phoneunite.store.UnitOfWork;
import com.phoneunite.telephony.PhoneNumberRepository;
import com.phoneunite.telephony.SavedCallTree;
import com.phoneunite.telephony.SoundContents;
import com.phoneunite.telephony.SoundRepository;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class InputTest {

    private final World world = new World();
    private final UserSession owner = world.owner();
    private final TouchedStore touched = new TouchedStore(world.store);
    private final PhoneUnite phoneUnite =
            PhoneUnite.builder(touched).billing(OrganizationBilling.none()).build();
    private final UserSession session = phoneUnite.signIn(owner.ref());
    private final OrganizationId first = world.first(owner);
    private final OrganizationWorkspace workspace = session.switchTo(first);

    private List<String> violations(ThrowingCallable call) {
        touched.untouchable = true;
        try {
            InvalidInput refusal = (InvalidInput) World.refusal("INVALID_INPUT", call);
            assertThat(refusal.rule()).isEqualTo("X4");
            assertThat(refusal.facts()).isEqualTo(Map.of("violations", refusal.violations()));
            assertThat(refusal.violations()).extracting(Violation::message).doesNotContain("");
            return refusal.violations().stream()
                    .map(one -> one.path() + " " + one.code())
                    .toList();
        } finally {
            touched.untouchable = false;
        }
    }

    @Test
    void X4_openingNamesEverythingThatIsMissingAtOnce() {
        assertThat(violations(() -> phoneUnite.openAccount(OpenAccount.named(null))))
                .containsExactly(
                        "country REQUIRED",
                        "currency REQUIRED",
                        "name REQUIRED",
                        "ownerEmail REQUIRED",
                        "plan REQUIRED",
                        "timeZone REQUIRED");
    }

    @Test
    void X4_openingNamesEverythingThatIsWrongAtOnce() {
        OpenAccount wrong = new OpenAccount(
                "x".repeat(200) + "\u0000", "nobody", "us", "Mars/Olympus", "XXX", "Not a plan", "a key");
        assertThat(violations(() -> phoneUnite.openAccount(wrong)))
                .containsExactly(
                        "country UNKNOWN_COUNTRY",
                        "currency UNKNOWN_CURRENCY",
                        "key NOT_A_KEY",
                        "name CONTROL_CHARACTER",
                        "name TOO_LONG",
                        "ownerEmail NOT_AN_EMAIL_ADDRESS",
                        "plan NOT_A_PLAN_NAME",
                        "timeZone UNKNOWN_TIME_ZONE");
        assertThat(wrong.toString()).doesNotContain("nobody");
    }

    @Test
    void X4_addingNamesEverythingThatIsWrongAtOnce() {
        assertThat(violations(() -> session.addOrganization(null, null)))
                .containsExactly("name REQUIRED", "plan REQUIRED");
        assertThat(violations(
                        () -> session.addOrganization(new AddOrganization("\u200B".repeat(101), "", "k".repeat(101)))))
                .containsExactly("key NOT_A_KEY", "name BLANK", "name TOO_LONG", "plan NOT_A_PLAN_NAME");
        for (String key : List.of("", " ", "a b", "\u00E9", "a\n", "\u007F")) {
            assertThat(violations(() -> session.addOrganization(
                            AddOrganization.named("A").on("standard").key(key))))
                    .containsExactly("key NOT_A_KEY");
        }
    }

    @Test
    void X4_renamingAndAddingUsersNameEverythingThatIsWrong() {
        assertThat(violations(() -> session.renameOrganization(first, null))).containsExactly("name REQUIRED");
        assertThat(violations(() -> session.renameOrganization(first, "A\u202EB")))
                .containsExactly("name CONTROL_CHARACTER");
        assertThat(violations(() -> session.users().add(null))).containsExactly("email REQUIRED");
        assertThat(violations(() -> session.users().add("you@@example.com")))
                .containsExactly("email NOT_AN_EMAIL_ADDRESS");
        assertThat(violations(() -> session.users().add("you@" + "\u0130".repeat(246) + ".com")))
                .containsExactly("email TOO_LONG");
        assertThat(violations(() -> session.users().add("x".repeat(5_000_000) + "@example.com")))
                .containsExactly("email TOO_LONG");
    }

    @Test
    void X4_whatIsInvalidIsNotRepeatedInTheAnswer() {
        touched.untouchable = true;
        var refusal = World.refusal("INVALID_INPUT", () -> session.users().add("some body@secret.example"));
        assertThat(refusal.message() + refusal.facts()).doesNotContain("secret");
    }

    @Test
    void X5_aPageHas1To500Items() {
        for (int limit : new int[] {Integer.MIN_VALUE, -1, 0, 501, Integer.MAX_VALUE}) {
            PageRequest request = PageRequest.first(limit);
            assertThat(violations(() -> session.organizations(request))).containsExactly("limit OUT_OF_RANGE");
            assertThat(violations(() -> session.users().list(request))).containsExactly("limit OUT_OF_RANGE");
            assertThat(violations(() -> workspace.administrators().list(request)))
                    .containsExactly("limit OUT_OF_RANGE");
        }
        for (int limit : new int[] {1, 500}) {
            PageRequest request = PageRequest.first(limit);
            assertThat(session.organizations(request).items()).hasSize(1);
            assertThat(session.users().list(request).items()).hasSize(1);
            assertThat(workspace.administrators().list(request).items()).hasSize(1);
        }
        assertThat(violations(() -> session.organizations(new PageRequest("", 0))))
                .containsExactly("after NOT_A_CURSOR", "limit OUT_OF_RANGE");
    }

    @Test
    void X5_whatIsNoCursorIsRefused() {
        for (String cursor : List.of("", "x".repeat(201), "x".repeat(1_000_000))) {
            PageRequest request = PageRequest.first(1).after(cursor);
            assertThat(violations(() -> session.organizations(request))).containsExactly("after NOT_A_CURSOR");
            assertThat(violations(() -> session.users().list(request))).containsExactly("after NOT_A_CURSOR");
        }
        for (String cursor : List.of(
                "' OR 1=1",
                "..",
                "\u0000",
                "-",
                "+",
                "zzzzzzzzzz",
                "99999999999999999999",
                "\uD800",
                "1 ",
                " 1",
                "1.0")) {
            PageRequest request = PageRequest.first(1).after(cursor);
            for (ThrowingCallable call : List.<ThrowingCallable>of(
                    () -> session.organizations(request),
                    () -> session.users().list(request),
                    () -> workspace.administrators().list(request))) {
                assertThat(world.refused(owner.accountId(), "INVALID_INPUT", call))
                        .isEqualTo(InvalidInput.of(
                                "after", "NOT_A_CURSOR", "must be a cursor that an earlier page ended with"));
            }
        }
    }

    @Test
    void X5_aCursorBeyondTheEndAnswersWithAnEmptyLastPage() {
        String last = "7fffffff-ffff-ffff-ffff-ffffffffffff";
        assertThat(session.users().list(PageRequest.first(1).after(last)).items())
                .isEmpty();
    }

    /** Passes everything on, unless nothing may be read or written: then to touch it at all is an error. */
    private static final class TouchedStore implements Store, UnitOfWork {

        private final Store store;
        private boolean untouchable;

        TouchedStore(Store store) {
            this.store = store;
        }

        private Store touch() {
            if (untouchable) {
                throw new AssertionError("touched");
            }
            return store;
        }

        @Override
        public UnitOfWork unitOfWork() {
            return this;
        }

        @Override
        public <T> T change(AccountId account, Supplier<T> work) {
            return touch().unitOfWork().change(account, work);
        }

        @Override
        public <T> T view(AccountId account, Supplier<T> work) {
            return touch().unitOfWork().view(account, work);
        }

        @Override
        public boolean isOpen() {
            return touch().unitOfWork().isOpen();
        }

        @Override
        public AccountRepository accounts() {
            return touch().accounts();
        }

        @Override
        public OrganizationRepository organizations() {
            return touch().organizations();
        }

        @Override
        public HoldingRepository holdings() {
            return touch().holdings();
        }

        @Override
        public UserRepository users() {
            return touch().users();
        }

        @Override
        public AdministrationRepository administrations() {
            return touch().administrations();
        }

        @Override
        public MembershipRepository memberships() {
            return touch().memberships();
        }

        @Override
        public InvitationRepository invitations() {
            return touch().invitations();
        }

        @Override
        public PhoneNumberRepository phoneNumbers() {
            return touch().phoneNumbers();
        }

        @Override
        public OwnedRepository<SavedCallTree> callTrees() {
            return touch().callTrees();
        }

        @Override
        public SoundRepository sounds() {
            return touch().sounds();
        }

        @Override
        public SoundContents soundContents() {
            return touch().soundContents();
        }

        @Override
        public OwnedRepository<StoredResource> resources() {
            return touch().resources();
        }

        @Override
        public ReferenceRepository references() {
            return touch().references();
        }

        @Override
        public Outbox outbox() {
            return touch().outbox();
        }
    }
}
