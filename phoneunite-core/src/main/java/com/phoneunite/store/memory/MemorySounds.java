package com.phoneunite.store.memory;

import com.phoneunite.telephony.Sound;
import com.phoneunite.telephony.SoundContents;
import com.phoneunite.telephony.SoundRepository;

/** Sounds, and how many of them name each content. */
final class MemorySounds extends MemoryOwned<Sound> implements SoundRepository {

    private final MemoryTable<TextKey, Sound> byContent;

    MemorySounds(InMemoryStore store) {
        super(store);
        byContent = store.table();
    }

    @Override
    public boolean names(SoundContents.Key content) {
        TextKey hash = new TextKey(content.organization(), content.sha256());
        return !byContent
                .listAfter(content.account(), hash, hash::isPrefixOf, 1)
                .isEmpty();
    }

    @Override
    void saved(Sound sound) {
        byContent.put(sound.account(), key(sound), sound);
    }

    @Override
    void removed(Sound sound) {
        byContent.remove(sound.account(), key(sound));
    }

    private static TextKey key(Sound sound) {
        return new TextKey(sound.organization(), sound.sha256() + ':' + sound.id());
    }
}
