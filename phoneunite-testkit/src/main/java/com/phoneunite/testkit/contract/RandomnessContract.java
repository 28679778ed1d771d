package com.phoneunite.testkit.contract;

import com.phoneunite.membership.InvitationToken;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Rule M5: what the source of random bytes must do that a host gives to {@code PhoneUnite.builder(store).randomness(…)}. That nobody can
 * foretell them is not to be proved by looking at them: this rejects what is plainly not random.
 */
public interface RandomnessContract extends Contract {

    /** The source, made anew: as another host has it, or this one after a restart. */
    Supplier<byte[]> randomness();

    @Test
    default void M5_aTokenHasAllItsRandomBytes() {
        Proof.of("M5", "nobody can be invited", proof -> {
            Supplier<byte[]> source = randomness();
            List<Integer> lengths = Stream.generate(source)
                    .limit(100)
                    .map(bytes -> bytes.length)
                    .distinct()
                    .toList();
            proof.list("the lengths of what it gives", List.of(InvitationToken.RANDOM_BYTES), lengths);
        });
    }

    @Test
    default void M5_noTokenIsMadeTwice() {
        Proof.of("M5", "whoever was invited once can accept the invitations of others", proof -> {
            Supplier<byte[]> source = randomness();
            Set<String> made = new HashSet<>();
            Stream.generate(source).limit(2_000).map(HexFormat.of()::formatHex).forEach(made::add);
            proof.same("how many of 2000 tokens are different", 2_000, made.size());
        });
    }

    @Test
    default void M5_noTokenIsMadeTwiceAfterARestart() {
        Proof.of("M5", "whoever knows the tokens of yesterday knows those of today", proof -> {
            String one = HexFormat.of().formatHex(randomness().get());
            String other = HexFormat.of().formatHex(randomness().get());
            proof.that(!one.equals(other), "began with the same bytes after a restart", "others");
        });
    }

    @Test
    default void M5_noTokenIsMadeTwiceByManyThreads() {
        needs(AdapterFeature.CONCURRENT);
        Proof.of("M5", "two people who are invited at once have one token", proof -> {
            Supplier<byte[]> source = randomness();
            List<String> all = Threads.drawnBy(4, 500, () -> HexFormat.of().formatHex(source.get()));
            proof.same("how many of 2000 tokens of four threads are different", 2_000, new HashSet<>(all).size());
        });
    }

    @Test
    default void M5_theBytesOfATokenAreItsOwn() {
        Proof.of("M5", "a token changes before it is sent, and does not let in who was invited", proof -> {
            Supplier<byte[]> source = randomness();
            byte[] first = source.get();
            byte[] copy = first.clone();
            boolean another = source.get() != first;
            proof.that(
                    another && Arrays.equals(copy, first),
                    "changed the bytes that it had given when asked again",
                    "an array of their own");
        });
    }

    @Test
    default void M5_everyBitOfATokenIsRandom() {
        Proof.of("M5", "a stranger guesses what is left of a token, and comes in", proof -> {
            Supplier<byte[]> source = randomness();
            int[] ones = new int[InvitationToken.RANDOM_BYTES * 8];
            Stream.generate(source)
                    .limit(2_000)
                    .forEach(bytes -> IntStream.range(0, ones.length)
                            .forEach(bit -> ones[bit] += bytes[bit / 8] >> (bit % 8) & 1));
            List<Integer> still = IntStream.range(0, ones.length)
                    .filter(bit -> ones[bit] < 800 || ones[bit] > 1_200)
                    .boxed()
                    .toList();
            proof.list("the bits that are nearly always the same", List.of(), still);
        });
    }
}
