package com.phoneunite.examples.customstore;

import com.phoneunite.telephony.Sound;
import com.phoneunite.telephony.SoundContents;
import com.phoneunite.telephony.SoundRepository;
import java.util.Optional;

final class Sounds extends Things<Sound> implements SoundRepository {

    private final H2UnitOfWork work;

    Sounds(H2UnitOfWork work) {
        super(work, Sound.class);
        this.work = work;
    }

    @Override
    public boolean names(SoundContents.Key content) {
        return work.in(content.account(), content.organization())
                .exists(
                        "SELECT 1 FROM thing WHERE account = ? AND organization = ? AND content = ? LIMIT 1",
                        content.sha256());
    }

    @Override
    Optional<String> contentOf(Sound one) {
        return Optional.of(one.sha256());
    }
}
