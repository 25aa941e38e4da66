package io.arrtheaudio.adapter.files.matroska;

import java.nio.ByteBuffer;

/** One child of a Tracks element as it is to be written. */
sealed interface Part permits EntryDraft, Part.Verbatim, Part.Gap {

    /** Bytes it takes, header included. */
    int length();

    /** Gives up to so many bytes back without losing anything; it may give more, or none. Returns how many. */
    int shrink(int bytes);

    /** Writes it. */
    void put(ByteBuffer to);

    /** A child that stays as it is. */
    record Verbatim(byte[] bytes) implements Part {
        @Override
        public int length() {
            return bytes.length;
        }

        @Override
        public int shrink(int bytes) {
            return 0;
        }

        @Override
        public void put(ByteBuffer to) {
            to.put(bytes);
        }
    }

    /** A Void element (RFC 8794 section 11.3.2), which may shrink or go. */
    final class Gap implements Part {

        private static final int SMALLEST = 2;

        private int length;

        Gap(int length) {
            this.length = length;
        }

        @Override
        public int length() {
            return length;
        }

        @Override
        public int shrink(int bytes) {
            int before = length;
            int left = Math.max(0, length - Math.max(0, bytes));
            length = left < SMALLEST ? 0 : left;
            return before - length;
        }

        @Override
        public void put(ByteBuffer to) {
            putHeader(to, length);
            to.put(new byte[contentLength(length)]);
        }

        /** Writes the header of a Void element of so many bytes in all: none, or at least {@value #SMALLEST}. */
        static void putHeader(ByteBuffer to, long length) {
            if (length > 0) {
                int sizeWidth = sizeWidth(length);
                to.put((byte) Ids.VOID);
                Vint.put(to, length - 1 - sizeWidth, sizeWidth);
            }
        }

        /** How many bytes the header of such an element takes. */
        static int headerLength(long length) {
            return length == 0 ? 0 : 1 + sizeWidth(length);
        }

        private static int contentLength(int length) {
            return length - headerLength(length);
        }

        private static int sizeWidth(long length) {
            int sizeWidth = 1;
            while (Vint.minimalWidth(length - 1 - sizeWidth) > sizeWidth) {
                sizeWidth++;
            }
            return sizeWidth;
        }
    }
}
