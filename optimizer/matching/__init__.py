"""Two-way selection (双向选择): what people wish for against what units mark."""
