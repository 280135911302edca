// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.Product;
import java.util.Arrays;
import java.util.List;

/**
 * What is in an NSB of a site and what is not, by the site's product and the way it was made.
 *
 * <p>An NSB is most of /login, and nothing of /appliance. Recordings, the Vault's key, and all but
 * few and small files of the file store are never in it.
 *
 * @param product the product of the site that the file is from
 * @param origin how the file was made
 * @source S2 "Back Up /login" (the lists), S2 "Back Up Vault Encryption Key", D-BACKUP (the API),
 *     D-MGMT (the Vault)
 * @since 0.1
 */
public record NsbContents(Product product, NsbOrigin origin) {

  /**
   * How many files of the file store an NSB holds at most.
   *
   * @source S2 "Back Up /login", D-BACKUP
   */
  public static final int MOST_STORED_FILES = 50;

  /**
   * The size in bytes from which on a file of the file store is no longer in for sure: 200 KB, read
   * as 200 times 1000.
   *
   * @source D-BACKUP (under 200 KB; whether a KB is 1000 or 1024 bytes is not documented)
   */
  public static final long SURELY_SMALL_BELOW_BYTES = 200_000;

  /**
   * The size in bytes above which a file of the file store is left out for sure: 200 KB, read as
   * 200 times 1024.
   *
   * @source S2 "Back Up /login" (up to 200 KB; whether a KB is 1000 or 1024 bytes is not
   *     documented)
   */
  public static final long SURELY_LARGE_ABOVE_BYTES = 204_800;

  /** Checks that nothing is null. */
  public NsbContents {
    requireNonNull(product, "product");
    requireNonNull(origin, "origin");
  }

  /**
   * Returns what is in a file of that product and that making.
   *
   * @param product the product of the site that the file is from
   * @param origin how the file was made
   */
  public static NsbContents of(Product product, NsbOrigin origin) {
    return new NsbContents(product, origin);
  }

  /** Returns what is known of one kind of data. */
  public NsbEntry entry(NsbItem item) {
    return item.shelf().entry(item, product, origin);
  }

  /** Returns what is known of each kind of data, in the order of {@link NsbItem}. */
  public List<NsbEntry> entries() {
    return Arrays.stream(NsbItem.values()).map(this::entry).toList();
  }

  /** Returns what is known of those kinds of data of which {@code inclusion} holds. */
  public List<NsbEntry> entries(Inclusion inclusion) {
    requireNonNull(inclusion, "inclusion");
    return entries().stream().filter(entry -> entry.inclusion() == inclusion).toList();
  }

  /**
   * Returns whether the NSB holds one particular file of the file store.
   *
   * <p>Careful where the sources leave room: between both readings of 200 KB, and among more than
   * {@value #MOST_STORED_FILES} files, of which the first are taken in an order that is not
   * documented, the answer is {@link Inclusion#UNSETTLED}.
   *
   * @param sizeBytes the size of the file in bytes, 0 or more
   * @param storedFileCount how many files the file store holds, this one among them; 1 or more
   * @throws IllegalArgumentException if {@code sizeBytes} is below 0 or {@code storedFileCount}
   *     below 1
   * @source S2 "Back Up /login", D-BACKUP
   */
  public Inclusion ofStoredFile(long sizeBytes, int storedFileCount) {
    if (sizeBytes < 0) {
      throw new IllegalArgumentException("sizeBytes is " + sizeBytes + ", must be 0 or more");
    }
    if (storedFileCount < 1) {
      throw new IllegalArgumentException(
          "storedFileCount is " + storedFileCount + ", must be 1 or more");
    }
    if (sizeBytes > SURELY_LARGE_ABOVE_BYTES) {
      return Inclusion.LEFT_OUT;
    }
    return sizeBytes >= SURELY_SMALL_BELOW_BYTES || storedFileCount > MOST_STORED_FILES
        ? Inclusion.UNSETTLED
        : entry(NsbItem.SMALL_STORED_FILES).inclusion();
  }
}
