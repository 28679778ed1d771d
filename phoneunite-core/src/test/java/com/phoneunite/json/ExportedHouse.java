package com.phoneunite.json;

import com.phoneunite.OpenAccount;
import com.phoneunite.OrganizationWorkspace;
import com.phoneunite.PhoneUnite;
import com.phoneunite.UserSession;
import com.phoneunite.account.Account;
import com.phoneunite.account.PaymentMethod;
import com.phoneunite.account.UserId;
import com.phoneunite.account.UserRef;
import com.phoneunite.organization.OrganizationBilling;
import com.phoneunite.resource.ResourceType;
import com.phoneunite.store.Store;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.telephony.SoundContents;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** A house whose ids and moments are known, and whose bytes of sounds can be looked at on their way out. */
final class ExportedHouse {

    private static final Instant MOMENT = Instant.parse("2026-01-31T15:00:00.000001Z");

    private final Store store = store();
    private final AtomicLong ids = new AtomicLong();
    private final PhoneUnite phoneUnite;
    final UserSession owner;
    final OrganizationWorkspace first;
    UnaryOperator<InputStream> opened = bytes -> bytes;

    ExportedHouse() {
        phoneUnite = PhoneUnite.builder(store)
                .billing(OrganizationBilling.none())
                .clock(() -> MOMENT)
                .ids(() -> new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + ids.incrementAndGet()))
                .resources(new Note())
                .build();
        owner = phoneUnite.signIn(phoneUnite
                .openAccount(OpenAccount.named("Product Experts, LLC")
                        .owner("you@example.com")
                        .in("US", "America/New_York", "USD")
                        .on("standard"))
                .owner());
        first = owner.switchTo(owner.organizations().items().get(0).id());
    }

    UserSession signIn(UserId user) {
        return phoneUnite.signIn(new UserRef(owner.accountId(), user));
    }

    /** Another organization of the same account, for which there is a card. */
    OrganizationWorkspace further(String name) {
        store.unitOfWork().change(owner.accountId(), () -> {
            PaymentMethod card = new PaymentMethod("Visa", "4242", YearMonth.of(2030, 1), MOMENT);
            Account account = store.accounts().find(owner.accountId()).orElseThrow();
            store.accounts().save(account.withPaymentMethod(card));
            return card;
        });
        return owner.switchTo(owner.addOrganization(name, "standard").id());
    }

    String written() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OrganizationJson.write(first, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private Store store() {
        InMemoryStore memory = InMemoryStore.create();
        SoundContents contents = wrapped(
                SoundContents.class,
                memory.soundContents(),
                (method, answer) -> method.equals("open")
                        ? ((Optional<?>) answer).map(InputStream.class::cast).map(bytes -> opened.apply(bytes))
                        : answer);
        return wrapped(Store.class, memory, (method, answer) -> method.equals("soundContents") ? contents : answer);
    }

    private interface Answer {
        Object of(String method, Object answer);
    }

    private static <T> T wrapped(Class<T> port, T adapter, Answer instead) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, given) -> {
            try {
                return instead.of(method.getName(), method.invoke(adapter, given));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    /** A type of a host's whose things are whatever text they are given for JSON. */
    static final class Note implements ResourceType<String> {
        @Override
        public String name() {
            return "note";
        }

        @Override
        public void check(String content, BiConsumer<String, String> report) {}

        @Override
        public String write(String content) {
            return content;
        }

        @Override
        public String read(String json) {
            return json;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Note;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
