package com.phoneunite.postgresql;

import com.phoneunite.resource.ResourceRef;
import com.phoneunite.resource.ResourceType;
import java.util.Set;
import java.util.function.BiConsumer;

/** Something of a host's own that is nothing but text: kept as a string of JSON, whatever is in it. */
final class Notes implements ResourceType<String> {

    static final Notes NOTES = new Notes();

    private Notes() {}

    @Override
    public String name() {
        return "note";
    }

    @Override
    public void check(String note, BiConsumer<String, String> report) {
        if (note.isEmpty()) {
            report.accept("EMPTY", "must say something");
        }
    }

    @Override
    public Set<ResourceRef> refersTo(String note) {
        return Set.of();
    }

    @Override
    public String write(String note) {
        StringBuilder json = new StringBuilder("\"");
        note.chars().forEach(one -> json.append(String.format("\\u%04x", one)));
        return json.append('"').toString();
    }

    @Override
    public String read(String json) {
        StringBuilder note = new StringBuilder();
        for (int i = 1; i < json.length() - 1; i += 6) {
            note.append((char) Integer.parseInt(json, i + 2, i + 6, 16));
        }
        return note.toString();
    }
}
