/**
 * What a host tests with: a clock that is moved by hand ({@link com.phoneunite.testkit.MutableClock}), a payment gateway that moves
 * no money ({@link com.phoneunite.testkit.SandboxGateway}), and one that fails as it is told ({@link
 * com.phoneunite.testkit.FaultyPaymentGateway}).
 */
@NullMarked
package com.phoneunite.testkit;

import org.jspecify.annotations.NullMarked;
