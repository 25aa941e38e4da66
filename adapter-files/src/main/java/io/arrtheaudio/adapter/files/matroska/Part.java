package io.arrtheaudio.adapter.files.matroska;

import java.nio.ByteBuffer;

/** One child of a Tracks element as it is to be written. */
sealed interface Part permits EntryDraft, Part.Verbatim, Part.Gap {

    /** Bytes it takes, header included. */
    int length();

    /** Gives up to so many bytes back without losing anything; it may give more, or none. */
    void shrink(int bytes);

    /** Writes it. */
    void put(ByteBuffer to);

    /** A child that stays as it is. */
    record Verbatim(byte[] bytes) implements Part {
        @Override
        public int length() {
            return bytes.length;
        }

        @Override
        public void shrink(int bytes) {
            // nothing here may go
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
        public void shrink(int bytes) {
            int left = Math.max(0, length - Math.max(0, bytes));
            length = left < SMALLEST ? 0 : left;
        }

        @Override
        public void put(ByteBuffer to) {
            put(to, length);
        }

        /** Writes a Void element of so many bytes: none, or at least {@value #SMALLEST}. */
        static void put(ByteBuffer to, int length) {
            if (length > 0) {
                int sizeWidth = 1;
                while (Vint.minimalWidth(length - 1 - sizeWidth) > sizeWidth) {
                    sizeWidth++;
                }
                int size = length - 1 - sizeWidth;
                to.put((byte) Ids.VOID);
                Vint.put(to, size, sizeWidth);
                to.put(new byte[size]);
            }
        }
    }
}
