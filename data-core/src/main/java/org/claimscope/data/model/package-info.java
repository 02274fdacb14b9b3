/// The records of the revenue cycle: entities and their fields, money, keys, codes.
@NullMarked
package org.claimscope.data.model;

import org.jspecify.annotations.NullMarked;
