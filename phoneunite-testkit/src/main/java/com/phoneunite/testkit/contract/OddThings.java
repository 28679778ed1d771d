package com.phoneunite.testkit.contract;

import com.phoneunite.input.DisplayName;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.resource.StoredResource;
import com.phoneunite.telephony.Sound;
import com.phoneunite.telephony.SoundFormat;
import com.phoneunite.telephony.SoundId;
import java.util.List;

/** Sounds, and things that a host has brought, with odd content. */
final class OddThings {

    static final OwnedProofs.Kind<Sound> SOUNDS = new OwnedProofs.Kind<>(
            "a sound",
            "sound",
            store -> store.sounds(),
            (odd, account, ordinal, number, name) -> sound(odd, account, ordinal, number, name, odd.hash()));

    static final OwnedProofs.Kind<StoredResource> RESOURCES = new OwnedProofs.Kind<>(
            "a thing of the host's",
            "ring_group",
            store -> store.resources(),
            (odd, account, ordinal, number, name) ->
                    resource(odd, account, ordinal, ref("ring_group", number), name, odd.oneOf(contents(odd, 100))));

    private OddThings() {}

    static Sound sound(OddValues odd, int account, int ordinal, int number, DisplayName name, String hash) {
        return new Sound(
                Facts.account(account),
                Facts.organizationId(account, ordinal),
                new SoundId(Facts.uuid(6, number)),
                name,
                odd.oneOf(List.of(SoundFormat.values())),
                odd.oneOf(List.of(1, odd.between(1, Sound.MAX_BYTES), Sound.MAX_BYTES)),
                hash,
                odd.moment());
    }

    static StoredResource resource(
            OddValues odd, int account, int ordinal, ResourceRef ref, DisplayName name, String content) {
        return new StoredResource(
                Facts.account(account), Facts.organizationId(account, ordinal), ref, name, content, odd.moment());
    }

    static ResourceRef ref(String type, int number) {
        return new ResourceRef(type, Facts.uuid(7, number).toString());
    }

    /** JSON that says more to the reader than its values, the last one with so many characters. */
    static List<String> contents(OddValues odd, int length) {
        return List.of(
                "null",
                " {\"z\" : 1.0,\n\"a\":[1e3, 1000, 0.1e-6, 12345678901234567890],\"a\":{} } ",
                "\"\\u0000 \\ud83d\\ude00 \\/ 😀 שלום ' %_ \\\\\"",
                "[" + odd.between(0, 1_000) + ".00]",
                "\"" + odd.of("ab 'é", length - 2) + "\"");
    }
}
