package com.phoneunite.examples.quickstart;

import java.time.YearMonth;
import java.util.Optional;

/** The client of a payment provider that does not exist. */
interface Provider {

    /** A card, by its token. */
    Optional<Card> card(String token);

    /** Pays; under a key that was used before it answers with what became of the first payment. */
    Payment pay(String key, String token, long minor, String currency);

    /** The payment that was asked for under that key. */
    Optional<Payment> paymentUnder(String key);

    record Card(String brand, String last4, YearMonth expiry) {}

    record Payment(String status, long minor, String currency) {}
}
