package com.phoneunite;

import com.phoneunite.membership.Extension;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.resource.ResourceType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A thing that a host brings: several phones that ring at once.
 *
 * @param note without quotes
 * @param refersTo what it needs
 */
record RingGroup(String note, Set<ResourceRef> refersTo) {

    static final RingGroup EMPTY = new RingGroup("", Set.of());

    RingGroup {
        refersTo = Set.copyOf(refersTo);
    }

    static RingGroup of(String... extensions) {
        return with(Arrays.stream(extensions)
                .map(digits -> ResourceRef.extension(new Extension(digits)))
                .toArray(ResourceRef[]::new));
    }

    static RingGroup with(ResourceRef... refs) {
        return new RingGroup("", Set.copyOf(Arrays.asList(refs)));
    }

    RingGroup noted(String text) {
        return new RingGroup(text, refersTo);
    }

    /**
     * Its type.
     *
     * @param isDestination whether calls can be led there
     */
    record Type(String name, boolean isDestination) implements ResourceType<RingGroup> {

        @Override
        public void check(RingGroup content, BiConsumer<String, String> report) {
            if (content.note().contains("\"")) {
                report.accept("NOT_PLAIN", "must have no quotes");
            }
        }

        @Override
        public String write(RingGroup content) {
            return Stream.concat(
                            Stream.of(content.note()),
                            content.refersTo().stream().map(ResourceRef::toString))
                    .collect(Collectors.joining("\",\"", "[\"", "\"]"));
        }

        @Override
        public RingGroup read(String json) {
            List<String> texts = List.of(json.substring(2, json.length() - 2).split("\",\"", -1));
            return new RingGroup(
                    texts.get(0),
                    texts.stream().skip(1).map(ResourceRef::parse).collect(Collectors.toUnmodifiableSet()));
        }

        @Override
        public Set<ResourceRef> refersTo(RingGroup content) {
            return content.refersTo();
        }
    }
}
