// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The backup file of a simulated appliance.
 *
 * <p>It is made while it is read, so that one of many gigabytes takes no memory. The same seed,
 * appliance and size give the same bytes. They are no text from the first one on, and mean nothing.
 *
 * @source assumed: what an NSB file looks like inside is not documented
 * @since 0.1
 */
public final class SimulatedBackup {

  private static final int BLOCK_BYTES = 64 * 1024;
  private static final int NUMBER_BYTES = 8;
  private static final long MAGIC = 0x93_00_ff_fe_1a_0d_0a_00L;

  private final byte[] block;
  private final long bytes;

  SimulatedBackup(SeededValues values, long bytes) {
    this.block = values.bytes(BLOCK_BYTES);
    this.bytes = bytes;
  }

  /** Returns the size in bytes. */
  public long bytes() {
    return bytes;
  }

  /** Returns a stream of all bytes, from the first one on. It needs not be closed. */
  public InputStream open() {
    return new Blocks();
  }

  /** Returns the SHA-256 digest as 64 hexadecimal digits, computed anew by each call. */
  public String sha256() {
    try (InputStream stream = open()) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BLOCK_BYTES];
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256, and these bytes need no disk", e);
    }
  }

  /** Returns the size as text. */
  @Override
  public String toString() {
    return "SimulatedBackup[" + bytes + " bytes]";
  }

  /** One block over and over, with its number in the first bytes, so that no two are the same. */
  private final class Blocks extends InputStream {

    private final byte[] current = block.clone();
    private long position;

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (length == 0) {
        return 0;
      }
      if (position >= bytes) {
        return -1;
      }
      int inBlock = (int) (position % BLOCK_BYTES);
      if (inBlock == 0) {
        number(position / BLOCK_BYTES);
      }
      int n = (int) Math.min(Math.min(length, BLOCK_BYTES - inBlock), bytes - position);
      System.arraycopy(current, inBlock, target, offset, n);
      position += n;
      return n;
    }

    private void number(long blockNumber) {
      long mark = MAGIC ^ blockNumber;
      for (int i = 0; i < NUMBER_BYTES; i++) {
        current[i] = (byte) (mark >>> (8 * (NUMBER_BYTES - 1 - i)));
      }
    }
  }
}
