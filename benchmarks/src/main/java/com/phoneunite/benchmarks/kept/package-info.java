/** What a store keeps of each thing: the things, and a host that makes many of one through its front door, whatever the store. */
@NullMarked
package com.phoneunite.benchmarks.kept;

import org.jspecify.annotations.NullMarked;
