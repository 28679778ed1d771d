/**
 * Businesses and brands: {@link com.phoneunite.organization.Organization}, its states, its {@link
 * com.phoneunite.organization.Trial}, what may be added and under which name (rules O1 to O6), and the port by which money is
 * asked ({@link com.phoneunite.organization.OrganizationBilling}). Imports {@code account} and what is below it.
 */
@NullMarked
package com.phoneunite.organization;

import org.jspecify.annotations.NullMarked;
