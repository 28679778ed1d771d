/** How far it goes: a small model that reckons with the figures of docs/benchmarks.md what is carried, and draws up docs/scale.md. */
@NullMarked
package com.phoneunite.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
