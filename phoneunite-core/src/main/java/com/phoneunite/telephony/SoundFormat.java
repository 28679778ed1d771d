package com.phoneunite.telephony;

/** Rule T4: the formats that a sound can have. */
public enum SoundFormat {
    /** RIFF WAVE with a format and samples. */
    WAV("audio/wav"),
    /** MPEG audio, layer III, with or without ID3 tags. */
    MP3("audio/mpeg");

    private final String mediaType;

    SoundFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Its media type, for example to serve it with. */
    public String mediaType() {
        return mediaType;
    }
}
