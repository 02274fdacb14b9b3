/// The pieces pages are made of: cards, headers, tables, tiles, empty states.
@NullMarked
package org.claimscope.app.widget;

import org.jspecify.annotations.NullMarked;
