// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.backup;

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
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A file in the making: it lies beside its target under another name, and takes the target's name
 * only when it is whole and on the disk. Closed before that, it is gone.
 */
public final class PartFile implements AutoCloseable {

  /** The fastest of the sizes that were measured for a disk and for memory. */
  private static final int BUFFER_BYTES = 256 * 1024;

  private static final int LONGEST_NAME = 50;

  private final Path target;
  private final Path part;
  private final FileChannel channel;
  private final MessageDigest digest = sha256();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private long sizeBytes;

  private PartFile(Path target, Path part, FileChannel channel) {
    this.target = target;
    this.part = part;
    this.channel = channel;
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
    Path folder = folder(target);
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(
          target.toString(), null, "there is no folder " + folder + "; make it first");
    }
  }

  /** Opens an empty file beside the target, readable by its owner only where that can be said. */
  public static PartFile beside(Path target) throws IOException {
    checkTarget(target);
    Path part = folder(target).resolve("." + shortened(target) + "." + UUID.randomUUID() + ".part");
    FileAttribute<?>[] attributes =
        part.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    FileChannel channel =
        FileChannel.open(
            part, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes);
    return new PartFile(target, part, channel);
  }

  /** Adds bytes. */
  public void write(byte[] bytes, int length) throws IOException {
    digest.update(bytes, 0, length);
    sizeBytes += length;
    int done = 0;
    while (done < length) {
      int some = Math.min(buffer.remaining(), length - done);
      buffer.put(bytes, done, some);
      done += some;
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
    forceFolder();
    return HexFormat.of().formatHex(digest.digest());
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
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
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

  /** Without it, a crash can take the new name back. Not every system can; then it is left. */
  private void forceFolder() {
    try (FileChannel folder = FileChannel.open(folder(target), StandardOpenOption.READ)) {
      folder.force(true);
    } catch (IOException e) {
      // The file itself is on the disk, under its own name or the other.
      return;
    }
  }

  /** A name may be as long as the system allows; the longer one beside it may not. */
  private static String shortened(Path target) {
    String name = String.valueOf(target.getFileName());
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  private static Path folder(Path target) {
    Path folder = target.toAbsolutePath().getParent();
    return folder == null ? target.toAbsolutePath() : folder;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
