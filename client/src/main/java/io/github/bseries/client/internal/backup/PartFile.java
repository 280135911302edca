// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.backup;

import io.github.bseries.client.internal.file.OwnFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.HexFormat;

/**
 * A file in the making: it lies beside its target under another name, and takes the target's name
 * only when it is whole and on the disk. Closed before that, it is gone.
 */
public final class PartFile implements AutoCloseable {

  /** The fastest of the sizes that were measured for a disk and for memory. */
  private static final int BUFFER_BYTES = 256 * 1024;

  /** To ask the system costs little, and others fill the disk meanwhile. */
  private static final long CHECKED_EACH_BYTES = 16L << 20;

  private final Path target;
  private final Path part;
  private final FileChannel channel;
  private final Room room;
  private final MessageDigest digest = Sha256.begin();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private long sizeBytes;
  private long uncheckedBytes;

  private PartFile(Path target, Path part, FileChannel channel, Room room) {
    this.target = target;
    this.part = part;
    this.channel = channel;
    this.room = room;
  }

  /**
   * Checks whether a file may come into being here.
   *
   * @throws FileAlreadyExistsException if there is one: nothing is ever written over
   * @throws NoSuchFileException if its folder is missing
   */
  public static void checkTarget(Path target) throws IOException {
    // A link that leads nowhere is something that exists, too.
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(
          target.toString(), null, "it exists, and is not written over; name another file");
    }
    Path folder = OwnFolder.of(target);
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(
          target.toString(), null, "there is no folder " + folder + "; make it first");
    }
  }

  /**
   * Opens an empty file beside the target, readable by its owner only where that can be said.
   *
   * @param room on the disk of the target, looked at while the file grows
   */
  public static PartFile beside(Path target, Room room) throws IOException {
    checkTarget(target);
    Path part = OwnFolder.part(target);
    FileChannel channel =
        FileChannel.open(
            part,
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            OwnFolder.ofFile(part));
    return new PartFile(target, part, channel, room);
  }

  /** Adds the first bytes of these. */
  public void write(byte[] bytes, int length) throws IOException {
    write(ByteBuffer.wrap(bytes, 0, length));
  }

  /** Adds bytes. */
  public void write(ByteBuffer bytes) throws IOException {
    digest.update(bytes.duplicate());
    sizeBytes += bytes.remaining();
    while (bytes.hasRemaining()) {
      int some = Math.min(buffer.remaining(), bytes.remaining());
      buffer.put(buffer.position(), bytes, bytes.position(), some);
      buffer.position(buffer.position() + some);
      bytes.position(bytes.position() + some);
      if (!buffer.hasRemaining()) {
        flush();
      }
    }
  }

  /** Adds the rest of a stream. */
  public void writeAll(InputStream stream) throws IOException {
    byte[] bytes = new byte[BUFFER_BYTES / 4];
    for (int count = stream.read(bytes); count >= 0; count = stream.read(bytes)) {
      write(bytes, count);
    }
  }

  /**
   * Puts the file onto the disk, and then under its name: at no moment is there a part of it, and
   * nothing that came there meanwhile is written over, as far as the file system can tell.
   *
   * @return the SHA-256 of its content, 64 hexadecimal digits in lower case
   */
  public String publish() throws IOException {
    flush();
    channel.force(true);
    channel.close();
    try {
      // A second name and then one less is a rename that never replaces.
      Files.createLink(target, part);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      // No second names here. This one looks first, and replaces what comes in the same instant.
      checkTarget(target);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }
    removePart();
    forceName();
    return HexFormat.of().formatHex(digest.digest());
  }

  /** A file is there for good or not at all. */
  private void forceName() throws IOException {
    try {
      OwnFolder.force(OwnFolder.of(target));
    } catch (IOException e) {
      Files.deleteIfExists(target);
      throw e;
    }
  }

  /** Returns how many bytes were added. */
  public long sizeBytes() {
    return sizeBytes;
  }

  /** Removes the file unless it was published. */
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(part);
  }

  private void flush() throws IOException {
    if (uncheckedBytes >= CHECKED_EACH_BYTES) {
      room.check(buffer.position());
      uncheckedBytes = 0;
    }
    uncheckedBytes += buffer.position();
    buffer.flip();
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException e) {
      throw room.cause(e, BUFFER_BYTES);
    }
    buffer.clear();
  }

  /** The file stands under its name by now; its other name is only untidy. */
  private void removePart() {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      return;
    }
  }
}
