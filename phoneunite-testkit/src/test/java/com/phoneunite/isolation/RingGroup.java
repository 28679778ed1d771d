package com.phoneunite.isolation;

import com.phoneunite.resource.ResourceRef;
import com.phoneunite.resource.ResourceType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * A thing that the host of these tests has brought.
 *
 * @param rings what it refers to: extensions, and whatever else an attacker puts there
 */
record RingGroup(List<ResourceRef> rings) {

    RingGroup {
        rings = List.copyOf(rings);
    }

    static RingGroup of(ResourceRef... rings) {
        return new RingGroup(List.of(rings));
    }

    /** The type of all of them. */
    static final class Type implements ResourceType<RingGroup> {

        @Override
        public String name() {
            return "ring_group";
        }

        @Override
        public void check(RingGroup content, BiConsumer<String, String> report) {
            if (content.rings().isEmpty()) {
                report.accept("EMPTY", "must ring somebody");
            }
        }

        @Override
        public String write(RingGroup content) {
            return content.rings().stream()
                    .map(ref -> '"' + ref.toString() + '"')
                    .collect(Collectors.joining(",", "[", "]"));
        }

        @Override
        public RingGroup read(String json) {
            return new RingGroup(Arrays.stream(
                            json.substring(1, json.length() - 1).split(","))
                    .map(quoted -> ResourceRef.parse(quoted.substring(1, quoted.length() - 1)))
                    .toList());
        }

        @Override
        public Set<ResourceRef> refersTo(RingGroup content) {
            return Set.copyOf(content.rings());
        }
    }
}
