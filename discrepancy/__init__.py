"""Find where several outlets' versions of one news story cannot all be true."""
