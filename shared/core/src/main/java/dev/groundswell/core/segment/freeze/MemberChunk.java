package dev.groundswell.core.segment.freeze;

import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.audience.Block;
import dev.groundswell.core.audience.MemberBlock;
import java.util.ArrayList;
import java.util.List;

/** Members of a frozen audience, as many as one item holds, in the order of their hashes. */
public record MemberChunk(Block values, MemberBlock members) {

    /** An item has 400 KB at most. */
    static final int MAX_BYTES = 350 * 1024;

    /**
     * Cuts rows into chunks.
     *
     * @param rows in the order of their hashes
     * @param most of one chunk
     */
    static List<MemberChunk> cut(List<AudienceRow> rows, int most) {
        var chunks = new ArrayList<MemberChunk>();
        for (var from = 0; from < rows.size(); from += most) {
            addSmallEnough(rows.subList(from, Math.min(rows.size(), from + most)), chunks);
        }
        return chunks;
    }

    private static void addSmallEnough(List<AudienceRow> rows, List<MemberChunk> chunks) {
        var chunk = new MemberChunk(Block.of(rows), MemberBlock.of(rows));
        if (chunk.bytes() <= MAX_BYTES || rows.size() == 1) {
            chunks.add(chunk);
            return;
        }
        addSmallEnough(rows.subList(0, rows.size() / 2), chunks);
        addSmallEnough(rows.subList(rows.size() / 2, rows.size()), chunks);
    }

    private int bytes() {
        return values.toBytes().length + members.toBytes().length;
    }

    public List<AudienceRow> rows() {
        var rows = new ArrayList<AudienceRow>(values.size());
        for (var row = 0; row < values.size(); row++) {
            rows.add(values.row(row, members.member(row)));
        }
        return rows;
    }
}
