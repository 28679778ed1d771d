/**
 * What an adapter must do, as JUnit 5 interfaces: a host's test class implements one and its factory method, and inherits the tests.
 * A test is named by the rule that it proves, and a failure says in one sentence which rule was broken, how, and what that does
 * to a host in production. Needs JUnit on the class path, and nothing else.
 */
@NullMarked
package com.phoneunite.testkit.contract;

import org.jspecify.annotations.NullMarked;
