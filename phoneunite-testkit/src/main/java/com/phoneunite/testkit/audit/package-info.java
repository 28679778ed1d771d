/**
 * An auditor who judges what a store and a gateway hold by the rules of money, and shares no code with the module that keeps them: {@link
 * com.phoneunite.testkit.audit.AuditorModel}. Only the classes that are named {@code Evidence} read ports and records of billing, and turn
 * them into what the auditor knows; each judge knows one family of rules.
 */
@NullMarked
package com.phoneunite.testkit.audit;

import org.jspecify.annotations.NullMarked;
