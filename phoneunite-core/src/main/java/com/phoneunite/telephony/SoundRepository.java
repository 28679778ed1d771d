package com.phoneunite.telephony;

import com.phoneunite.resource.OwnedRepository;

/** The port that keeps what is known of sounds, apart from their bytes. */
public interface SoundRepository extends OwnedRepository<Sound> {

    /** Whether a sound of the organization names that content; closed organizations keep theirs. Tells nothing of the sound. */
    boolean names(SoundContents.Key content);
}
