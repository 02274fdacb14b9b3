/// Comma-separated text: records from and to the files that senders and spreadsheets exchange.
@NullMarked
package org.claimscope.data.format.csv;

import org.jspecify.annotations.NullMarked;
