/** Lists that can grow are read in pages (rule X5). Imports {@code refusal} and {@code input}. */
@NullMarked
package com.phoneunite.paging;

import org.jspecify.annotations.NullMarked;
